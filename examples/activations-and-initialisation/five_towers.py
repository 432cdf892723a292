"""Send a message through five towers of 100 lamps whose weights are all exactly alike.

Run it: nox -s run -- examples/activations-and-initialisation/five_towers.py
"""

import numpy as np

lamps = np.random.default_rng(1).uniform(0, 1, (1, 100))  # one message
weights = np.full((100, 100), 0.02)  # no draw: each weight is 0.02
first = None
for _tower in range(5):
    lamps = np.maximum(0, lamps @ weights)
    first = lamps.mean() if first is None else first
print(f"{len(np.unique(lamps.round(9)))} lamps differ, times {lamps.mean() / first:.0f}")
