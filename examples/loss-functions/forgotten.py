"""Train readers of digits with the right and the wrong setting of from_logits.

Twenty networks at once for each pair, each with its own start and its own split into 600
images to learn from and 597 new ones. Run it: nox -s run -- examples/loss-functions/forgotten.py
"""

import warnings

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

STARTS = 20
EPOCHS = 8
BATCH = 50

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(0)
order = np.stack([rng.permutation(len(images)) for _ in range(STARTS)])
x, y = (images[order] / 16).astype("float32"), digits[order]
starts = [rng.uniform(-1, 1, (STARTS, *shape)) for shape in ((64, 32), (32, 10))]
softmax, loss_of = tf.nn.softmax, tf.keras.losses.get("sparse_categorical_crossentropy")
warnings.simplefilter("ignore")  # Keras warns of the third pair
pairs = {
    "Scores with True": lambda y, scores: loss_of(y, scores, from_logits=True),
    "Chances with False": lambda y, scores: loss_of(y, softmax(scores)),
    "Chances with True": lambda y, scores: loss_of(y, softmax(scores), from_logits=True),
    "Scores with False": lambda y, scores: loss_of(y, scores),
    "Hidden with True": lambda y, scores: loss_of(
        y, tf.identity(softmax(scores)), from_logits=True
    ),
}


def scores_of(weights, images):
    """Return ten scores for each image; the first axis is the network."""
    return tf.nn.relu(images @ weights[0] + weights[1]) @ weights[2] + weights[3]


accuracy = {}
for name, pair in pairs.items():
    weights = []
    for start, (inputs, outputs) in zip(starts, ((64, 32), (32, 10))):
        limit = np.sqrt(6 / (inputs + outputs))  # GlorotUniform
        weights.append(tf.Variable((limit * start).astype("float32")))
        weights.append(tf.Variable(tf.zeros((STARTS, 1, outputs))))
    optimizer = tf.keras.optimizers.Adam(0.01)
    optimizer.build(weights)

    @tf.function  # compiles the step, as fit does; without this Keras sees less
    def step(images, digits, pair=pair, weights=weights, optimizer=optimizer):
        """Take one step for each network, and return their losses."""
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(pair(digits, scores_of(weights, images)), axis=1)
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return loss

    for epoch in range(EPOCHS):
        for first in range(0, 600, BATCH):
            last = step(x[:, first : first + BATCH], y[:, first : first + BATCH]).numpy()
    right = scores_of(weights, x[:, 1200:]).numpy().argmax(axis=-1) == y[:, 1200:]
    accuracy[name] = right.mean(axis=1)
    middle, low, high = np.median(accuracy[name]), accuracy[name].min(), accuracy[name].max()
    print(f"{name}: median {middle:.1%} right, {low:.1%} to {high:.1%}, ", end="")
    print(f"last loss {np.median(last):.2f}, at least {last.min():.2f}")
