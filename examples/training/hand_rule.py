"""Tell threes from eights by hand-written rules, and by trained weights.

The data: scikit-learn's digits, 8 x 8 pixels, in twenty splits into training and new
images. Run it: nox -s run -- examples/training/hand_rule.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
SPLITS = 20
STEPS = 100
LEARNING_RATE = 0.5
TRAINING = 200

x, digits = load_digits(return_X_y=True)
x, digits = x[np.isin(digits, (3, 8))] / 16, digits[np.isin(digits, (3, 8))]
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)  # a row per split
images, eight = x[order].astype("float32"), (digits[order] == 8).astype("float32")
known, new = slice(TRAINING), slice(TRAINING, None)


def left_side(image):
    """Say eight where the left edge is dark: an 8 is closed there, a 3 open."""
    grid = image.reshape(*image.shape[:-1], 8, 8)
    return grid[..., 2:6, 1:3].mean(axis=(-1, -2)) > 0.2


def ink(image):
    """Say eight where there is much ink: an 8 has one more stroke."""
    return image.mean(axis=-1) > 0.3


weights = tf.Variable(tf.zeros((SPLITS, 64, 1)))  # one weight for each pixel
bias = tf.Variable(tf.zeros((SPLITS, 1, 1)))
for step in range(STEPS):
    with tf.GradientTape() as tape:
        score = images[:, known] @ weights + bias
        losses = tf.nn.sigmoid_cross_entropy_with_logits(eight[:, known, None], score)
        loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # splits stay apart
    for variable, gradient in zip((weights, bias), tape.gradient(loss, [weights, bias])):
        variable.assign_sub(LEARNING_RATE * gradient)

rules = {
    "Say 8 if the left edge is dark": left_side(images[:, new]),
    "Say 8 if there is much ink": ink(images[:, new]),
    "Say 8 if the trained sum of pixels is positive": (
        (images[:, new] @ weights + bias).numpy()[..., 0] > 0
    ),
}
share = {name: np.mean(said == eight[:, new], axis=1) for name, said in rules.items()}
print(f"right on new images, mean of {SPLITS} splits (worst to best)")
for name, values in share.items():
    print(f"{values.mean():6.1%}  ({values.min():.0%} to {values.max():.0%})  {name}")
