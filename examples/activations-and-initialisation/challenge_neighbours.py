"""Run the neighbours of five_towers.py: small changes, other outputs.

Run it: nox -s run -- examples/activations-and-initialisation/challenge_neighbours.py
"""

import numpy as np


def send(weights, towers=5):
    """Return how many lamps differ at the last tower, and the factor since the first one."""
    lamps = np.random.default_rng(1).uniform(0, 1, (1, 100))
    means = []
    for _tower in range(towers):
        lamps = np.maximum(0, lamps @ weights)
        means.append(lamps.mean())
    return len(np.unique(lamps.round(9))), means[-1] / means[0]


drawn = np.random.default_rng(2).normal(0, 0.02, (100, 100))
for name, weights, towers in (
    ("weights 0.01", np.full((100, 100), 0.01), 5),
    ("six towers", np.full((100, 100), 0.02), 6),
    ("drawn weights", drawn, 5),
):
    differ, factor = send(weights, towers)
    print(f"{name}: {differ} differ, times {factor:.3g}")
