"""Take four numbers of a healthy chain and of one without a signal; which of them differ?

Thirty towers, nothing trained, twenty starts. Run it:
nox -s run -- examples/activations-and-initialisation/which_number.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, TOWERS = 20, 64, 30

images, digits = load_digits(return_X_y=True)
messages = (images[:50] - images.mean()) / images.std()
answers = np.tile(digits[:50], (STARTS, 1))


def read(activation):
    """Return four numbers of a chain, a row for each start."""
    rng = np.random.default_rng(SEED)
    shape = (TOWERS, STARTS, LAMPS, LAMPS)
    kernels = tf.unstack(tf.constant(rng.normal(0, 0.125, shape)))
    last = tf.constant(rng.normal(0, 0.164, (STARTS, LAMPS, 10)))
    with tf.GradientTape() as tape:
        tape.watch(kernels[-1])
        lamps = tf.constant(messages)
        for kernel in kernels:
            lamps = activation(lamps @ kernel)
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(answers, lamps @ last)
        losses = tf.reduce_mean(losses, axis=1)
    gradient = np.linalg.norm(tape.gradient(losses, kernels[-1]), axis=(1, 2))
    lamps = np.float64(lamps)
    return {
        "The brightness of the last tower": np.sqrt(np.mean(lamps**2, axis=(1, 2))),
        "The difference at the last tower": np.sqrt(np.mean(lamps.var(axis=1), axis=1)),
        "The gradient of the last tower": gradient,
        "The first loss": losses.numpy(),
    }


healthy, lost = read(tf.tanh), read(tf.sigmoid)
factors = {}
for name in healthy:
    one, other = np.median(healthy[name]), np.median(lost[name])
    factors[name] = max(one / other, other / one)
    print(f"{name}: tanh {one:.2g}, sigmoid {other:.2g}")
print("Differs by the largest factor:")
print(max(factors, key=factors.get))
