"""Train one hidden layer of ReLU lamps with two rates of Adam; count the dead ones, and the hits.

Twenty networks each, with their own starts and images; 60 steps.
Run it: nox -s run -- examples/activations-and-initialisation/many_dead.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, STEPS, BATCH = 20, 64, 60, 100

images, digits = load_digits(return_X_y=True)
images = images.astype("float32") / 16


def train(optimizer, activation=tf.nn.relu):
    """Return shares of dead lamps, before and after, and of right answers, for each network."""
    rng = np.random.default_rng(SEED)
    order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
    x, y = images[order[:, :600]], digits[order[:, :600]]
    new_x, new_y = images[order[:, 1000:1400]], digits[order[:, 1000:1400]]

    def glorot(inputs, outputs):
        limit = np.sqrt(6 / (inputs + outputs))
        drawn = rng.uniform(-limit, limit, (STARTS, inputs, outputs))
        return tf.Variable(drawn.astype("float32"))

    weights = [glorot(64, LAMPS), tf.Variable(tf.zeros((STARTS, 1, LAMPS)))]
    weights += [glorot(LAMPS, 10), tf.Variable(tf.zeros((STARTS, 1, 10)))]
    optimizer.build(weights)

    def lamps(fronts):
        return activation(fronts @ weights[0] + weights[1])

    def scores(fronts):
        return lamps(fronts) @ weights[2] + weights[3]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores(x))
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    def dead():
        return np.mean(lamps(x).numpy().max(axis=1) <= 0, axis=1)

    before = dead()
    for number in range(STEPS):
        first = number * BATCH % 600
        step(x[:, first : first + BATCH], y[:, first : first + BATCH])
    right = np.mean(scores(new_x).numpy().argmax(axis=2) == new_y, axis=1)
    return before, dead(), right


right = {}
for rate in (0.001, 0.1):
    _, dead, right[rate] = train(tf.keras.optimizers.Adam(rate))
    print(f"Adam {rate}: dead {np.median(dead):.0%} ({dead.min():.0%} to {dead.max():.0%})", end="")
    print(f", right {np.median(right[rate]):.0%}", end="")
    print(f" ({right[rate].min():.0%} to {right[rate].max():.0%})")
print("Most of the lamps are dead; new images that such a network reads:")
print(f"About {min((10, 30, 65, 95), key=lambda p: abs(p - 100 * np.median(right[0.1])))}%")
