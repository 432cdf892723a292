"""Fit 200 shuffled backs with 250 adjustable numbers for each digit.

Run it: nox -s run -- examples/overfitting/shuffled_fit.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
INPUTS = 250

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
fronts = images[rng.permutation(len(images))[:200]] / 16
backs = rng.permutation(digits[:200])  # they have nothing to do with the fronts
inputs = np.maximum(fronts @ rng.normal(size=(64, INPUTS)), 0)  # 250 mixtures of pixels
weights = np.linalg.lstsq(inputs, np.eye(10)[backs])[0]  # smallest squared error
print(f"{np.mean((inputs @ weights).argmax(axis=1) == backs):.0%}")
