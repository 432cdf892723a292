"""Train a neuron on a jury's points, prepared in four ways, at seven learning rates.

Run it: nox -s run -- examples/preparing-data/sweep.py
"""

import numpy as np

SEED = 1
STEPS = 60
RATES = [0.000001, 0.0001, 0.001, 0.01, 0.1, 1.0, 10.0]

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(1200, 3))
points = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
sold_out = liking.sum(axis=1) > 0
old = points[:200]
low, high, mean, std = old.min(axis=0), old.max(axis=0), old.mean(axis=0), old.std(axis=0)
ways = {
    "none": points,
    "subtract the mean": points - mean,
    "from 0 to 1": (points - low) / (high - low),
    "standardise": (points - mean) / std,
}

runs, learned = {}, {}
for way, x in ways.items():
    learned[way] = 0
    for rate in RATES:
        weights, bias = np.zeros(3), 0.0
        path = {"loss": [], "sorted right": []}
        for step in range(STEPS):
            scores = x @ weights + bias
            losses = np.logaddexp(0, scores) - sold_out * scores
            path["loss"].append(losses[:200].mean())
            path["sorted right"].append(np.mean((scores > 0)[200:] == sold_out[200:]))
            error = 0.5 + 0.5 * np.tanh(scores[:200] / 2) - sold_out[:200]
            weights = weights - rate * error @ x[:200] / 200
            bias = bias - rate * error.mean()
        runs[way, rate] = path
        learned[way] += path["sorted right"][-1] > 0.9
for way, count in learned.items():
    print(f"{way:18} more than 90% right at {count} of {len(RATES)} rates")
