"""Shuffle patients and answers, then fit a line through them.

Run it: nox -s run -- examples/batches-and-epochs/blank_together.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

SEED = 1

x, y = load_diabetes(return_X_y=True)
x, y = x / x.std(axis=0), (y - y.mean()) / y.std()
rng = np.random.default_rng(SEED)
order = rng.permutation(len(x))
new_x, new_y = x[__1__], y[__2__]

weights = np.zeros(10)
for epoch in range(5):
    for first in range(0, len(x), 32):
        some, answers = new_x[first : first + 32], new_y[first : first + 32]
        weights -= 0.02 * 2 * some.T @ (some @ weights - answers) / len(some)
loss = np.mean((x @ weights - y) ** 2)
shuffled = not np.array_equal(new_x, x)
print(f"the rows were shuffled: {shuffled}; the loss on the patients as they were: {loss:.2f}")
