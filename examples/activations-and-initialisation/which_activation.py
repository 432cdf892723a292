"""Train one hidden layer with three activations, and with none; twenty networks each.

Each network has its own start and its own 600 images; 80 steps of Adam.
Run it: nox -s run -- examples/activations-and-initialisation/which_activation.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, STEPS, BATCH = 20, 32, 80, 60
ACTIVATIONS = {
    "ReLU": tf.nn.relu,
    "tanh": tf.tanh,
    "sigmoid": tf.sigmoid,
    "none": tf.identity,
}

images, digits = load_digits(return_X_y=True)
images = ((images - images.mean()) / images.std()).astype("float32")


def train(activation):
    """Return the share of new images that each of twenty networks reads."""
    rng = np.random.default_rng(SEED)
    order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
    x, y = images[order[:, :600]], digits[order[:, :600]]
    new_x, new_y = images[order[:, 1000:1400]], digits[order[:, 1000:1400]]

    def glorot(inputs, outputs):
        drawn = rng.normal(0, np.sqrt(2 / (inputs + outputs)), (STARTS, inputs, outputs))
        return tf.Variable(drawn.astype("float32"))

    weights = [glorot(64, LAMPS), tf.Variable(tf.zeros((STARTS, 1, LAMPS)))]
    weights += [glorot(LAMPS, 10), tf.Variable(tf.zeros((STARTS, 1, 10)))]
    optimizer = tf.keras.optimizers.Adam(0.01)
    optimizer.build(weights)

    def scores(x):
        return activation(x @ weights[0] + weights[1]) @ weights[2] + weights[3]

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


right = {name: train(activation) for name, activation in ACTIVATIONS.items()}
for name, shares in right.items():
    print(f"{name}: {np.median(shares):.1%} ({shares.min():.1%} to {shares.max():.1%})")
print("Without an activation:")
print(f"About {min((10, 50, 80, 95), key=lambda p: abs(p - 100 * np.median(right['none'])))}%")
