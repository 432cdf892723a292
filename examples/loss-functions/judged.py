"""Train on squares and on distances, and compare both by the distances.

The data: scikit-learn's 442 patients with diabetes, in twenty splits. The twenty models
learn at once. Run it: nox -s run -- examples/loss-functions/judged.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

SPLITS = 20

x, y = load_diabetes(return_X_y=True)
x = np.column_stack([x / x.std(axis=0), np.ones(len(x))])  # the last column is for the bias
rng = np.random.default_rng(0)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)
known, new = order[:, :300], order[:, 300:]


def fit_squares(inputs, answers):
    """Return the weights with the smallest squared error; there is a formula for it."""
    return np.linalg.lstsq(inputs, answers, rcond=None)[0]


def fit_distances(inputs, answers):
    """Return weights with a small absolute error, by squares that count near misses more."""
    weights = fit_squares(inputs, answers)
    for _ in range(200):
        distance = np.maximum(np.abs(answers - inputs @ weights), 1e-3)
        scale = 1 / np.sqrt(distance)
        weights = fit_squares(inputs * scale[:, None], answers * scale)
    return weights


off = {}
for name, fit in {"squares": fit_squares, "distances": fit_distances}.items():
    weights = [fit(x[rows], y[rows]) for rows in known]
    for patients, rows in (("known", known), ("new", new)):
        off[patients, name] = [np.abs(y[r] - x[r] @ w).mean() for r, w in zip(rows, weights)]
for patients in ("known", "new"):
    squares, distances = np.array(off[patients, "squares"]), np.array(off[patients, "distances"])
    better = int(np.sum(squares < distances))
    print(f"{patients}: squares {squares.mean():.2f}, distances {distances.mean():.2f}, ", end="")
    print(f"distances better in {SPLITS - better} and squares in {better} of {SPLITS} splits")
options = {"The absolute error": 0.0, "Neither": 0.5, "The squared error": 1.0}  # share of splits
print(min(options, key=lambda name: abs(options[name] - better / SPLITS)))
