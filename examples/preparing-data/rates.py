"""Try nine learning rates and three numbers of steps on the points of 20 juries as they come.

One neuron per contest and rate, all trained at once.
Run it: nox -s run -- examples/preparing-data/rates.py
"""

import numpy as np

SEED = 1
CONTESTS = 20
RATES = 10.0 ** np.arange(-8, 1)

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(CONTESTS, 300, 3))
given = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
sold = liking.sum(axis=2, keepdims=True) > 0
x = np.concatenate([given, np.ones((CONTESTS, 300, 1))], axis=2)  # the bias multiplies the 1
old, new = x[:, :200], x[:, 200:]

weights = np.zeros((len(RATES), CONTESTS, 4, 1))
for step in range(1, 1001):
    error = 0.5 + 0.5 * np.tanh(old @ weights / 2) - sold[:, :200]
    weights -= RATES[:, None, None, None] * (np.swapaxes(old, 1, 2) @ error) / 200
    if step in (10, 100, 1000):
        right = np.mean((new @ weights > 0) == sold[:, 200:], axis=(1, 2, 3))
        best = right.argmax()
        print(f"{step} steps: best rate {RATES[best]:g}, {right[best]:.0%} sorted right")
