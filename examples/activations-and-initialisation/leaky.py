"""Train with a learning rate that is far too large, with three activations; twenty networks each.

Run it: nox -s run -- examples/activations-and-initialisation/leaky.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, STEPS, BATCH = 20, 64, 60, 100

images, digits = load_digits(return_X_y=True)
images = images.astype("float32") / 16


def train(optimizer, activation):
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
for name, activation in (
    ("ReLU", tf.nn.relu),
    ("Leaky ReLU", tf.nn.leaky_relu),  # a fifth of a negative sum
    ("Sigmoid", tf.sigmoid),
):
    _, dead, right[name] = train(tf.keras.optimizers.Adam(0.3), activation)
    print(f"{name}: {np.median(right[name]):.0%}", end="")
    print(f" ({right[name].min():.0%} to {right[name].max():.0%}), dead {np.median(dead):.0%}")
print("Reads the most, in the median:")
print(max(right, key=lambda name: np.median(right[name])))
