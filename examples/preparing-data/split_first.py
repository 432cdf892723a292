"""Compute mean and standard deviation before the train/test split, and after it.

scikit-learn's breast cancer data, 100 splits, one neuron each, all trained at once.
Run it: nox -s run -- examples/preparing-data/split_first.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

SEED = 1
SPLITS, STEPS, RATE = 100, 100, 0.5

rng = np.random.default_rng(SEED)
features, labels = load_breast_cancer(return_X_y=True)
orders = rng.permuted(np.tile(np.arange(len(labels)), (SPLITS, 1)), axis=1)
x, y = features[orders], labels[orders][..., None]


def standardise(values, rows):
    """Return the values, measured by the mean and standard deviation of the rows."""
    return (values - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)


def share_right(prepared, known):
    """Train on the first patients; return the share of the others that is sorted right."""
    one = np.ones((SPLITS, len(labels), 1))
    inputs = np.concatenate([prepared, one], axis=2)  # the bias is the weight of the 1
    old, new = inputs[:, :known], inputs[:, known:]
    weights = np.zeros((SPLITS, inputs.shape[2], 1))
    for step in range(STEPS):
        error = 0.5 + 0.5 * np.tanh(old @ weights / 2) - y[:, :known]
        weights -= RATE * np.swapaxes(old, 1, 2) @ error / known
    return ((new @ weights > 0) == y[:, known:]).mean(axis=(1, 2))


gains = {}
for known in (400, 30):
    after = share_right(standardise(x, x[:, :known]), known)
    before = share_right(standardise(x, x), known)
    gain = 100 * (before - after)  # in points of a hundred
    gains[known] = gain.mean()
    print(f"{known} patients: {after.mean():.2%} right after, {before.mean():.2%} before")
    print(f"    before is better in {np.sum(gain > 0)} splits, worse in {np.sum(gain < 0)}")
    print(f"    points gained: {gain.mean():+.2f}, from {gain.min():+.1f} to {gain.max():+.1f}")
readings = {
    "Less than one point": 0,
    "About 3 points": 3,
    "About 7 points": 7,
    "About 15 points": 15,
}
off = {reading: abs(points - abs(gains[400])) for reading, points in readings.items()}
for reading, points in off.items():
    print(f"{reading}: {points:.2f} away from the average with 400 patients")
print("The nearest:")
print(min(off, key=off.get))
