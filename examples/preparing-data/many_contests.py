"""Train a neuron on the points as they come, in 200 contests, and on centred and prepared ones.

Run it: nox -s run -- examples/preparing-data/many_contests.py
"""

import numpy as np

SEED = 1
CONTESTS, STEPS, RATE = 200, 40, 0.1

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(CONTESTS, 300, 3))
points = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
sold_out = liking.sum(axis=2, keepdims=True) > 0
mean = points[:, :200].mean(axis=1, keepdims=True)
std = points[:, :200].std(axis=1, keepdims=True)
ways = {
    "as they come": points,
    "mean subtracted": points - mean,
    "standardised": (points - mean) / std,
}

right = {}
for way, x in ways.items():
    weights, bias = np.zeros((CONTESTS, 3, 1)), np.zeros((CONTESTS, 1, 1))
    for step in range(STEPS):
        old = x[:, :200]
        error = 0.5 + 0.5 * np.tanh((old @ weights + bias) / 2) - sold_out[:, :200]
        weights -= RATE * np.swapaxes(old, 1, 2) @ error / 200
        bias -= RATE * error.mean(axis=1, keepdims=True)
    says = x[:, 200:] @ weights + bias > 0
    right[way] = np.mean(says == sold_out[:, 200:], axis=(1, 2))
    low, middle, high = np.quantile(right[way], [0, 0.5, 1])
    print(f"{way:15} median {middle:.1%}, from {low:.0%} to {high:.0%}")
