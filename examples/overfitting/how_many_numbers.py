"""Fit 100 cards with more and more adjustable numbers, without any penalty or stopping.

The inputs are random mixtures of the 64 pixels, negative ones set to 0. For each digit
`lstsq` finds the weights with the smallest squared error; of several, the shortest.
Run it: nox -s run -- examples/overfitting/how_many_numbers.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20
CARDS = 100
COUNTS = [20, 50, 100, 150, 200, 1000]

images, digits = load_digits(return_X_y=True)


def fit(count, seed):
    """Return the shares of training and of new cards that are right, and the largest weight."""
    rng = np.random.default_rng(seed)
    cards = rng.permutation(len(images))[:500]
    mixtures = np.maximum(images[cards] / 16 @ rng.normal(size=(64, count)), 0)
    answers = np.eye(10)[digits[cards]]
    weights = np.linalg.lstsq(mixtures[:CARDS], answers[:CARDS])[0]
    right = (mixtures @ weights).argmax(axis=1) == digits[cards]
    return right[:CARDS].mean(), right[CARDS:].mean(), np.abs(weights).max()


new = {}
print("inputs   training cards   new cards: median, worst, best pack   largest weight")
for count in COUNTS:
    known, shares, largest = np.transpose([fit(count, seed) for seed in range(PACKS)])
    new[count] = np.median(shares)
    row = f"{count:6} {np.median(known):16.1%} {new[count]:20.1%}"
    print(row, f"{shares.min():6.1%} {shares.max():6.1%} {np.median(largest):21.2f}")
print("The most new cards right, of 20, 50, 100 and 1000 inputs:")
print(max((20, 50, 100, 1000), key=new.get))
