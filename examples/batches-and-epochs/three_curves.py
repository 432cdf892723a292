"""Record the loss of the batches of three trainings, and hide their batch sizes.

Scikit-learn's digits; ten weighted sums.
Run it: nox -s run -- examples/batches-and-epochs/three_curves.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
UPDATES = 16
COLUMNS = {"A": 16, "B": 320, "C": 2}

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permutation(len(images))[:320]
x, y = images[order] / 16, np.eye(10)[digits[order]]
losses = {}
for column, batch in COLUMNS.items():
    weights, losses[column] = np.zeros((64, 10)), []
    for update in range(UPDATES):
        rows = rng.permutation(320)[:batch]
        chance = np.exp(x[rows] @ weights)
        chance = chance / chance.sum(axis=1, keepdims=True)
        losses[column].append(-np.mean(np.log(np.sum(chance * y[rows], axis=1))))
        weights -= 0.1 * x[rows].T @ (chance - y[rows]) / batch

print("update  ", "       ".join(losses))
for update in range(UPDATES):
    print(f"{update:6}", *[f"{losses[column][update]:7.3f}" for column in losses])
