"""Fit 100 cards with 20, 100 and 1000 numbers for each digit, in twenty packs.

Run it: nox -s run -- examples/overfitting/pool_as_many_numbers.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20
CARDS = 100

images, digits = load_digits(return_X_y=True)


def right(count, seed):
    """Return the share of 400 new cards that is right."""
    rng = np.random.default_rng(seed)
    cards = rng.permutation(len(images))[: CARDS + 400]
    inputs = np.maximum(images[cards] / 16 @ rng.normal(size=(64, count)), 0)
    weights = np.linalg.lstsq(inputs[:CARDS], np.eye(10)[digits[cards[:CARDS]]])[0]
    return np.mean((inputs[CARDS:] @ weights).argmax(axis=1) == digits[cards[CARDS:]])


medians = {}
for count in (20, 100, 1000):
    medians[count] = np.median([right(count, seed) for seed in range(PACKS)])
    print(f"{count:4} numbers: {medians[count]:.1%} of the new cards")
print("The fewest new cards:")
print(min(medians, key=medians.get))
