"""Train networks that read digits with several losses, and test them on new digits.

Twenty networks at once for each loss, each with its own start and its own split into 600
images to learn from and 597 new ones. Run it: nox -s run -- examples/loss-functions/digit_losses.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

STARTS = 20
EPOCHS = 12
BATCH = 50

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(0)
order = np.stack([rng.permutation(len(images)) for _ in range(STARTS)])
x, y = (images[order] / 16).astype("float32"), digits[order]
starts = [rng.uniform(-1, 1, (STARTS, *shape)) for shape in ((64, 32), (32, 10))]


def scores_of(weights, images):
    """Return ten scores for each image; the first axis is the network."""
    return tf.nn.relu(images @ weights[0] + weights[1]) @ weights[2] + weights[3]


def cross_entropy(digits, scores):
    """Return the cross-entropy of each image."""
    return tf.nn.sparse_softmax_cross_entropy_with_logits(digits, scores)


losses = {
    "cross-entropy": cross_entropy,
    "squared error": lambda digits, scores: tf.reduce_mean(
        (tf.one_hot(digits, 10) - tf.nn.softmax(scores)) ** 2, axis=-1
    ),
    "absolute error": lambda digits, scores: tf.reduce_mean(
        tf.abs(tf.one_hot(digits, 10) - tf.nn.softmax(scores)), axis=-1
    ),
}


def train(loss_of):
    """Return for each network the share of new digits read rightly, and how many kinds it names."""
    weights = []
    for start, (inputs, outputs) in zip(starts, ((64, 32), (32, 10))):
        limit = np.sqrt(6 / (inputs + outputs))  # GlorotUniform
        weights.append(tf.Variable((limit * start).astype("float32")))
        weights.append(tf.Variable(tf.zeros((STARTS, 1, outputs))))
    optimizer = tf.keras.optimizers.Adam(0.01)
    optimizer.build(weights)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(images, digits):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(loss_of(digits, scores_of(weights, images)), axis=1)
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    for epoch in range(EPOCHS):
        for first in range(0, 600, BATCH):
            step(x[:, first : first + BATCH], y[:, first : first + BATCH])
    said = scores_of(weights, x[:, 1200:]).numpy().argmax(axis=-1)
    return np.mean(said == y[:, 1200:], axis=1), np.array([len(set(row)) for row in said])


accuracy = {}
for name, loss_of in losses.items():
    accuracy[name], kinds = train(loss_of)
    middle, low, high = np.median(accuracy[name]), accuracy[name].min(), accuracy[name].max()
    print(f"{name}: median {middle:.1%} right, from {low:.1%} to {high:.1%}; ", end="")
    print(f"{np.sum(kinds < 10)} of {STARTS} never name some digit")
