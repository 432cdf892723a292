"""Read five chains of ten towers before training: four numbers each, medians of twenty starts.

Run it: nox -s run -- examples/activations-and-initialisation/vital_signs.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, TOWERS = 20, 64, 10
CHAINS = {  # activation function, size of the weights, bias
    "good": (tf.nn.relu, 0.177, 0.0),
    "dim": (tf.nn.relu, 0.05, 0.0),
    "blinding": (tf.nn.relu, 0.5, 0.0),
    "alike": (tf.sigmoid, 0.125, 0.0),
    "dead": (tf.nn.relu, 0.177, -1.0),
}

images, digits = load_digits(return_X_y=True)
messages = (images[:100] - images.mean()) / images.std()
answers = np.tile(digits[:100], (STARTS, 1))


def read(activation, spread, bias):
    """Return for each start four numbers of a chain."""
    rng = np.random.default_rng(SEED)
    shape = (TOWERS, STARTS, LAMPS, LAMPS)
    kernels = tf.unstack(tf.constant(rng.normal(0, spread, shape)))
    last = tf.constant(rng.normal(0, 0.164, (STARTS, LAMPS, 10)))
    dark = []
    with tf.GradientTape() as tape:
        tape.watch(kernels)
        lamps = tf.constant(messages)
        for kernel in kernels:
            lamps = activation(lamps @ kernel + bias)
            dark.append(np.mean(lamps.numpy().max(axis=1) <= 0, axis=1))
        loss = tf.nn.sparse_softmax_cross_entropy_with_logits(answers, lamps @ last)
        loss = tf.reduce_sum(tf.reduce_mean(loss, axis=1))
    first = np.linalg.norm(np.float64(tape.gradient(loss, kernels[0])), axis=(1, 2))
    lamps = np.float64(lamps)
    brightness = np.sqrt(np.mean(lamps**2, axis=(1, 2)))
    difference = np.sqrt(np.mean(lamps.var(axis=1), axis=1))
    return brightness, difference, first, np.mean(dark, axis=0)


signs = {name: [np.median(sign) for sign in read(*chain)] for name, chain in CHAINS.items()}
for name, (brightness, difference, first, dead) in signs.items():
    print(f"{name}: brightness {brightness:.0e}, difference {difference:.0e}", end="")
    print(f", first gradient {first:.0e}, dead {dead:.0%}")
