"""Prepare breast cancer data with typing errors in four ways.

In every column the value of one of the 400 training patients is multiplied by 1000.
Run it: nox -s run -- examples/preparing-data/outlier.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

SEED = 1
SPLITS, KNOWN, STEPS, RATE = 20, 400, 100, 0.5

rng = np.random.default_rng(SEED)
features, labels = load_breast_cancer(return_X_y=True)
orders = rng.permuted(np.tile(np.arange(len(labels)), (SPLITS, 1)), axis=1)
x, y = features[orders], labels[orders][..., None]
wrong = x.copy()
for column in range(30):
    wrong[np.arange(SPLITS), rng.integers(KNOWN, size=SPLITS), column] *= 1000


def share_right(prepared):
    """Train one neuron per split; return the share of the test patients it sorts right."""
    inputs = np.concatenate([prepared, np.ones((SPLITS, len(labels), 1))], axis=2)
    old, new = inputs[:, :KNOWN], inputs[:, KNOWN:]
    weights = np.zeros((SPLITS, 31, 1))
    for step in range(STEPS):
        error = 0.5 + 0.5 * np.tanh(old @ weights / 2) - y[:, :KNOWN]
        weights -= RATE * np.swapaxes(old, 1, 2) @ error / KNOWN
    return ((new @ weights > 0) == y[:, KNOWN:]).mean(axis=(1, 2))


def ways_of(values):
    """Return the values, prepared in four ways by the patients to learn from."""
    old = values[:, :KNOWN]
    low, q1, middle, q3, high = np.quantile(old, [0, 0.25, 0.5, 0.75, 1], axis=1, keepdims=True)
    mean, std = old.mean(axis=1, keepdims=True), old.std(axis=1, keepdims=True)
    by_quartiles = (values - middle) / (q3 - q1)
    return {
        "Smallest and largest value become 0 and 1": (values - low) / (high - low),
        "Mean and standard deviation": (values - mean) / std,
        "Median and distance of the quartiles": by_quartiles,
        "Median and quartiles, then cut at -3 and 3": np.clip(by_quartiles, -3, 3),
    }


for data, values in {"clean": x, "with errors": wrong}.items():
    median = {}
    for way, prepared in ways_of(values).items():
        right = share_right(prepared)
        median[way] = np.median(right)
        print(f"{data}, {way}: {median[way]:.1%}, {right.min():.1%} to {right.max():.1%}")
print("The best, with errors:")
print(max(median, key=median.get))
