"""Train ten hidden layers whose weights begin as `RandomNormal` draws them: the baseline.

Twenty networks at once, with their own train/test splits and starts; 80 steps of Adam.
Run it: nox -s run -- examples/activations-and-initialisation/experiment_baseline.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, TOWERS, LAMPS, STEPS, BATCH = 20, 10, 32, 80, 60

images, digits = load_digits(return_X_y=True)
images = ((images - images.mean()) / images.std()).astype("float32")


def spread(inputs, outputs):
    """Return the size of the first weights: what RandomNormal uses if nobody tells it."""
    return 0.05


def train(activation, spread):
    """Return the share of test images that each of the networks reads."""
    rng = np.random.default_rng(SEED)
    order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
    x, y = images[order[:, :600]], digits[order[:, :600]]
    test_x, test_y = images[order[:, 1000:1400]], digits[order[:, 1000:1400]]

    def layer(inputs, outputs):
        kernel = rng.normal(0, spread(inputs, outputs), (STARTS, inputs, outputs))
        kernel = kernel.astype("float32")
        return [tf.Variable(kernel), tf.Variable(tf.zeros((STARTS, 1, outputs)))]

    weights = layer(64, LAMPS)
    for _ in range(TOWERS - 1):
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
    return np.mean(scores(test_x).numpy().argmax(axis=2) == test_y, axis=1)


def report(name, activation, spread):
    """Train and print the median and the extremes of the twenty networks."""
    shares = train(activation, spread)
    print(f"{name}: median {np.median(shares):.1%}, from {shares.min():.1%} to {shares.max():.1%}")
    return shares


baseline = report("test images right", tf.nn.relu, spread)
