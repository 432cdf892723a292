"""Send a correction back through 30 towers, and see what is left of it at the first one.

Run it: nox -s run -- examples/activations-and-initialisation/back.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
LAMPS, TOWERS = 64, 30

images, digits = load_digits(return_X_y=True)
messages = ((images[:100] - images.mean()) / images.std()).astype("float32")
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def gradients(activation, spread):
    """Return the gradient of the loss for the weights of each tower."""
    rng = np.random.default_rng(SEED)
    drawn = rng.normal(0, spread, (TOWERS, LAMPS, LAMPS)).astype("float32")
    weights = [tf.Variable(kernel) for kernel in drawn]
    last = rng.normal(0, 0.164, (LAMPS, 10)).astype("float32")  # from lamps to ten scores
    with tf.GradientTape() as tape:
        lamps = tf.constant(messages)
        for kernel in weights:
            lamps = activation(lamps @ kernel)
        loss = loss_fn(digits[:100], lamps @ last)
    return tape.gradient(loss, weights)


for name, activation, spread in (
    ("sigmoid, 0.125", tf.sigmoid, 0.125),
    ("tanh, 0.125", tf.tanh, 0.125),
    ("ReLU, 0.177", tf.nn.relu, 0.177),
):
    largest = [np.abs(gradient).max() for gradient in gradients(activation, spread)]
    seen = ", ".join(f"tower {tower} {largest[tower - 1]:.0e}" for tower in (30, 15, 1))
    print(f"{name}: {seen}")
