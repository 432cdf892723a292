"""Measure by how much one tower changes the brightness, and compare with the formula.

Run it: nox -s run -- examples/activations-and-initialisation/one_tower.py
"""

import numpy as np

SEED = 1
STARTS = 200

rng = np.random.default_rng(SEED)
for inputs in (64, 256):
    for spread in (0.05, 0.1):
        x = rng.normal(size=inputs)
        x /= np.sqrt(np.mean(x**2))  # a message of brightness 1
        sums = np.einsum("i,sio->so", x, rng.normal(0, spread, (STARTS, inputs, 50)))
        linear, relu = np.sqrt(np.mean(sums**2)), np.sqrt(np.mean(np.maximum(0, sums) ** 2))
        formula = np.sqrt(inputs) * spread
        print(f"{inputs} inputs, weights {spread}: sums {linear:.2f}", end="")
        print(f", formula {formula:.2f}", end="")
        print(f"; after ReLU {relu:.2f}, formula {formula / np.sqrt(2):.2f}")
