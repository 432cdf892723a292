"""Standardise new patients by the numbers of their own group, in groups of different sizes.

scikit-learn's breast cancer data, 400 patients to learn from, twenty splits, one neuron each.
Run it: nox -s run -- examples/preparing-data/groups.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

SEED = 1
SPLITS, STEPS, RATE = 20, 100, 0.5

rng = np.random.default_rng(SEED)
features, labels = load_breast_cancer(return_X_y=True)
orders = rng.permuted(np.tile(np.arange(len(labels)), (SPLITS, 1)), axis=1)
x, y = features[orders], labels[orders]
old, new = x[:, :400], x[:, 400:560]
mean, std = old.mean(axis=1, keepdims=True), old.std(axis=1, keepdims=True)
old, new_ready = (old - mean) / std, (new - mean) / std

weights, bias = np.zeros((SPLITS, 30, 1)), np.zeros((SPLITS, 1, 1))
for step in range(STEPS):
    error = 0.5 + 0.5 * np.tanh((old @ weights + bias) / 2) - y[:, :400, None]
    weights -= RATE * np.swapaxes(old, 1, 2) @ error / 400
    bias -= RATE * error.mean(axis=1, keepdims=True)


def share_right(prepared):
    """Return the share of the new patients sorted right in each split."""
    return np.mean(((prepared @ weights + bias)[..., 0] > 0) == (y[:, 400:560] > 0), axis=1)


right = share_right(new_ready)
print(f"numbers of the 400: {np.median(right):.1%}, {right.min():.0%} to {right.max():.0%}")
for size in (160, 40, 10, 4, 2, 1):
    group = new.reshape(SPLITS, 160 // size, size, 30)
    own = group - group.mean(axis=2, keepdims=True)
    own = own / (group.std(axis=2, keepdims=True) + 1e-7)  # a single patient has no spread
    right = share_right(own.reshape(new.shape))
    print(f"groups of {size}: {np.median(right):.1%}, {right.min():.0%} to {right.max():.0%}")
