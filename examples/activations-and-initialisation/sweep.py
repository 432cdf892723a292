"""Send messages through 30 towers, with three activations and none, and five sizes of weights.

Run it: nox -s run -- examples/activations-and-initialisation/sweep.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
LAMPS, TOWERS = 64, 30
ACTIVATIONS = {
    "ReLU": tf.nn.relu,
    "tanh": tf.tanh,
    "sigmoid": tf.sigmoid,
    "none": tf.identity,
}
SPREADS = (0.05, 0.125, 0.177, 0.25, 0.5)

images, digits = load_digits(return_X_y=True)
messages = (images[:50] - images.mean()) / images.std()
rng = np.random.default_rng(SEED)
drawn = rng.normal(size=(TOWERS, LAMPS, LAMPS))
last = rng.normal(0, 0.164, (LAMPS, 10))

runs = {}
for name, activation in ACTIVATIONS.items():
    for spread in SPREADS:
        weights = tf.unstack(tf.constant(drawn * spread))
        with tf.GradientTape() as tape:
            tape.watch(weights)
            towers = [tf.constant(messages)]
            for kernel in weights:
                towers.append(activation(towers[-1] @ kernel))
            scores = towers[-1] @ last
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(digits[:50], scores)
            loss = tf.reduce_mean(losses)
        gradients = [np.float64(gradient) for gradient in tape.gradient(loss, weights)]
        lamps = [np.float64(tower) for tower in towers[1:]]
        runs[name, spread] = {
            "tower": list(range(1, TOWERS + 1)),
            "brightness": [np.sqrt(np.mean(tower**2)) for tower in lamps],
            "difference": [np.sqrt(np.mean(tower.var(axis=0))) for tower in lamps],
            "gradient": [np.sqrt(np.mean(gradient**2)) for gradient in gradients],
        }
print(f"{len(runs)} settings of {TOWERS} towers")
for name, spread in (("ReLU", 0.05), ("tanh", 0.5), ("sigmoid", 0.125)):
    ends = {what: runs[name, spread][what] for what in ("brightness", "difference", "gradient")}
    told = [f"{what} {values[0]:.0e} and {values[-1]:.0e}" for what, values in ends.items()]
    print(f"{name} {spread}, first and last tower:", "; ".join(told))
