"""Fit 100 cards with 20, 100 and 1000 numbers for each digit, in twenty packs.

Run it: nox -s run -- examples/overfitting/pool_as_many_numbers.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20
CARDS = 100

images, digits = load_digits(return_X_y=True)


def fit(count, seed):
    """Return the share of 400 new cards that is right, and the largest weight."""
    rng = np.random.default_rng(seed)
    cards = rng.permutation(len(images))[: CARDS + 400]
    inputs = np.maximum(images[cards] / 16 @ rng.normal(size=(64, count)), 0)
    weights = np.linalg.lstsq(inputs[:CARDS], np.eye(10)[digits[cards[:CARDS]]])[0]
    right = (inputs[CARDS:] @ weights).argmax(axis=1) == digits[cards[CARDS:]]
    return right.mean(), np.abs(weights).max()


medians = {}
for count in (20, 100, 1000):
    results = [fit(count, seed) for seed in range(PACKS)]
    medians[count], largest = np.median(results, axis=0)
    print(f"{count:4} numbers: {medians[count]:.1%} of the new cards", end=", ")
    print(f"largest weight {largest:.2f}")
print("The fewest new cards:")
print(min(medians, key=medians.get))
