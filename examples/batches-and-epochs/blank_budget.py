"""Choose batch size and epochs for a network that reads digits.

Run it: nox -s run -- examples/batches-and-epochs/blank_budget.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
BATCH = __1__
EPOCHS = __2__

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permutation(len(images))
x, y = images[order] / 16, np.eye(10)[digits[order]]
first, second = rng.uniform(-0.27, 0.27, (64, 16)), rng.uniform(-0.48, 0.48, (16, 10))
updates = looks = 0
for epoch in range(EPOCHS):
    for rows in rng.permutation(320).reshape(-1, BATCH):
        hidden = np.maximum(x[rows] @ first, 0)
        chance = np.exp(hidden @ second)
        error = (chance / chance.sum(axis=1, keepdims=True) - y[rows]) / BATCH
        back = (error @ second.T) * (hidden > 0)
        first, second = first - 0.1 * x[rows].T @ back, second - 0.1 * hidden.T @ error
        updates, looks = updates + 1, looks + BATCH
said = (np.maximum(x[320:] @ first, 0) @ second).argmax(axis=1)
right = np.mean(said == digits[order[320:]])
print(f"right on new images: {right:.1%}, after {updates} updates, {looks} looks")
