"""Train with every combination of four batch sizes and four learning rates.

The data: scikit-learn's diabetes patients; a linear model.
Run it: nox -s run -- examples/training/batches.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

SEED = 1
UPDATES = 60
BATCHES = [2, 8, 32, 442]
RATES = [0.001, 0.01, 0.03, 0.1]

x, y = load_diabetes(return_X_y=True)
x, y = x / x.std(axis=0), (y - y.mean()) / y.std()


def train(batch, rates):
    """Train a model for each rate on the same batches; return the losses over all patients."""
    rng = np.random.default_rng(SEED)
    weights, losses = np.zeros((10, len(rates))), []
    for update in range(UPDATES + 1):
        losses.append(np.mean((x @ weights - y[:, None]) ** 2, axis=0))
        rows = rng.permutation(len(x))[:batch]
        error = x[rows] @ weights - y[rows, None]
        weights = weights - np.array(rates) * (2 * x[rows].T @ error / batch)
    return np.array(losses)


runs = {}
for batch in BATCHES:
    for rate, losses in zip(RATES, train(batch, RATES).T):
        runs[batch, rate] = {"update": np.arange(UPDATES + 1), "loss": losses}
        print(f"batch {batch:3}, rate {rate:<5}: loss {losses[-1]:.3g} after {UPDATES} updates")
