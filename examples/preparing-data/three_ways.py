"""Train one neuron on a jury's points that were prepared in three ways, and watch it.

Run it: nox -s run -- examples/preparing-data/three_ways.py
"""

import numpy as np

SEED = 1
STEPS, RATE = 40, 0.1

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(1200, 3))  # how much each judge likes each cake
points = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]  # Ada, Ben and Cleo
sold_out = liking.sum(axis=1) > 0
mean, std = points[:200].mean(axis=0), points[:200].std(axis=0)
ways = {
    "as they come": points,
    "mean subtracted": points - mean,
    "standardised": (points - mean) / std,
}

runs = {}
for way, x in ways.items():
    weights, bias, right = np.zeros(3), 0.0, []
    for step in range(STEPS + 1):
        says = x[200:] @ weights + bias > 0
        right.append(np.mean(says == sold_out[200:]))
        error = 0.5 + 0.5 * np.tanh((x[:200] @ weights + bias) / 2) - sold_out[:200]
        weights = weights - RATE * error @ x[:200] / 200
        bias = bias - RATE * error.mean()
    runs[way] = {"sorted right": right}
    print(f"{way:15} after {STEPS} steps: {right[-1]:.0%} of 1000 new cakes sorted right")
