"""Train for ten epochs with batches of 8 and of 80, and see what is equal.

Scikit-learn's digits, ten weighted sums.
Run it: nox -s run -- examples/batches-and-epochs/what_is_equal.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
rows = rng.permutation(len(images))[:320]
x, y = images[rows] / 16, np.eye(10)[digits[rows]]


def train(batch):
    """Return three numbers about a training of ten epochs."""
    weights, looks, updates = np.zeros((64, 10)), 0, 0
    for _epoch in range(10):
        for some in rng.permutation(320).reshape(-1, batch):
            chance = np.exp(x[some] @ weights)
            error = chance / chance.sum(axis=1, keepdims=True) - y[some]
            weights -= 0.1 * x[some].T @ error / batch
            looks, updates = looks + batch, updates + 1
    chance = np.exp(x @ weights)
    loss = -np.mean(np.log(np.sum(chance * y, axis=1) / chance.sum(axis=1)))
    return {"Images looked at": looks, "Updates": updates, "Loss at the end": round(loss, 2)}


small, large = train(8), train(80)
for name in small:
    print(f"{name}: {small[name]} with batches of 8, {large[name]} with batches of 80")
print("Equal:")
print(*[name for name in small if small[name] == large[name]], sep="\n")
