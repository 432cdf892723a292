"""Compare how far a batch is off with what a formula says, for houses and for a network.

Run it: nox -s run -- examples/batches-and-epochs/sample_error.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
TRIES = 4000

rng = np.random.default_rng(SEED)
houses = rng.normal(4, 2, 64)  # along one road
spread = houses.std()
for asked in (1, 4, 16, 64):
    middles = np.array([rng.permutation(houses)[:asked].mean() for _ in range(TRIES)])
    off = np.sqrt(np.mean((middles - houses.mean()) ** 2))
    formula = spread / np.sqrt(asked) * np.sqrt((64 - asked) / (64 - 1))
    print(f"{asked} of 64 houses: {off:.2f} off, by the formula {formula:.2f}")

# The gradient of a network with one hidden layer, before any training.
x, digits = load_digits(return_X_y=True)
x, y = x / 16, np.eye(10)[digits]
first = rng.uniform(-0.27, 0.27, (64, 16))
second = rng.uniform(-0.48, 0.48, (16, 10))
hidden = np.maximum(x @ first, 0)
chance = np.exp(hidden @ second)
error = chance / chance.sum(axis=1, keepdims=True) - y
back = (error @ second.T) * (hidden > 0)
each = np.einsum("np,nh->nph", x, back).reshape(len(x), -1)  # a gradient for each image
mean = each.mean(axis=0)
for images in (1, 4, 16, 64, 256):
    off = [each[rng.permutation(len(x))[:images]].mean(axis=0) - mean for _ in range(40)]
    ratio = np.sqrt(np.mean(np.sum(np.square(off), axis=1))) / np.linalg.norm(mean)
    print(f"{images} of {len(x)} digits: off by {ratio:.2f} of the gradient's length")
