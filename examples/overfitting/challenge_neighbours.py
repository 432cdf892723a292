"""Run the neighbours of shuffled_fit.py: fewer numbers, and cards that it never saw.

Run it: nox -s run -- examples/overfitting/challenge_neighbours.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
CARDS = 200

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
fronts = images[rng.permutation(len(images))[: CARDS + 400]] / 16
backs = rng.permutation(digits[: CARDS + 400])
for count in (10, 100, 250):
    inputs = np.maximum(fronts @ rng.normal(size=(64, count)), 0)
    weights = np.linalg.lstsq(inputs[:CARDS], np.eye(10)[backs[:CARDS]])[0]
    right = (inputs @ weights).argmax(axis=1) == backs
    print(f"{count} inputs: training cards {right[:CARDS].mean():.0%}", end=", ")
    print(f"new cards {right[CARDS:].mean():.0%}")
