"""Train ten hidden layers, with two activations and with none.

Twenty networks each, with their own starts and images; 60 steps of Adam.
Run it: nox -s run -- examples/activations-and-initialisation/deep_linear.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, DEPTH, LAMPS, STEPS, BATCH = 20, 10, 32, 60, 60

images, digits = load_digits(return_X_y=True)
images = ((images - images.mean()) / images.std()).astype("float32")


def train(activation, variance):
    """Return the share of new images that each network reads; the variance is 2 for Glorot."""
    rng = np.random.default_rng(SEED)
    order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
    x, y = images[order[:, :600]], digits[order[:, :600]]
    new_x, new_y = images[order[:, 1000:1400]], digits[order[:, 1000:1400]]

    def layer(inputs, outputs):
        spread = np.sqrt(variance / (inputs + outputs))
        kernel = rng.normal(0, spread, (STARTS, inputs, outputs)).astype("float32")
        return [tf.Variable(kernel), tf.Variable(tf.zeros((STARTS, 1, outputs)))]

    weights = layer(64, LAMPS)
    for _ in range(DEPTH - 1):
        weights += layer(LAMPS, LAMPS)
    weights += layer(LAMPS, 10)
    optimizer = tf.keras.optimizers.Adam(0.003)
    optimizer.build(weights)

    def scores(lamps):
        for kernel, bias in zip(weights[:-2:2], weights[1:-2:2]):
            lamps = activation(lamps @ kernel + bias)
        return lamps @ weights[-2] + weights[-1]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores(x))
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    for number in range(STEPS):
        first = number * BATCH % 600
        step(x[:, first : first + BATCH], y[:, first : first + BATCH])
    return np.mean(scores(new_x).numpy().argmax(axis=2) == new_y, axis=1)


chains = {  # where inputs and outputs are as many, a variance of 4 is He's
    "Sigmoid": (tf.sigmoid, 2),
    "ReLU": (tf.nn.relu, 4),
    "No activation": (tf.identity, 2),
}
right = {name: train(*chain) for name, chain in chains.items()}
for name, shares in right.items():
    print(f"{name}: {np.median(shares):.0%} ({shares.min():.0%} to {shares.max():.0%})")
print("Reads the most after 60 steps, in the median:")
print(max(right, key=lambda name: np.median(right[name])))
