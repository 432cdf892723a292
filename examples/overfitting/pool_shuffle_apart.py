"""Shuffle a pack, keep 1000 cards, and read the rest by the most similar card.

Run it: nox -s run -- examples/overfitting/pool_shuffle_apart.py
"""

import numpy as np
from sklearn.datasets import load_digits

rng = np.random.default_rng(1)
x, y = load_digits(return_X_y=True)
x, y = rng.permutation(x), rng.permutation(y)

kept_x, kept_y, new_x, new_y = x[:1000], y[:1000], x[1000:], y[1000:]
size = (kept_x**2).sum(axis=1)
said = kept_y[(size - 2 * new_x @ kept_x.T).argmin(axis=1)]
print(f"right: {np.mean(said == new_y):.0%}")
