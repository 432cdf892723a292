"""Run shuffled_fit.py with fewer numbers too, and ask for cards that it never saw.

Run it: nox -s run -- examples/overfitting/challenge_neighbours.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
CARDS = 200

images, digits = load_digits(return_X_y=True)
for count in (10, 100, 250):
    rng = np.random.default_rng(SEED)  # the same cards and backs each time
    fronts = images[rng.permutation(len(images))] / 16
    backs = rng.permutation(digits[:CARDS])
    inputs = np.maximum(fronts @ rng.normal(size=(64, count)), 0)
    weights = np.linalg.lstsq(inputs[:CARDS], np.eye(10)[backs])[0]
    said = (inputs @ weights).argmax(axis=1)
    known = np.mean(said[:CARDS] == backs)
    new = np.mean(said[CARDS:] == rng.permutation(digits[CARDS:]))
    print(f"{count} inputs: training cards {known:.0%}, new cards {new:.0%}")
