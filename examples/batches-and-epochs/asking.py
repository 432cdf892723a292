"""Ask some houses of a town, and see how far off their middle is from that of all.

Run it: nox -s run -- examples/batches-and-epochs/asking.py
"""

import numpy as np

SEED = 1
TRIES = 2000

rng = np.random.default_rng(SEED)
town = rng.normal(4, 2, (4096, 2))  # a large place, so that hardly anybody is asked twice
for asked in (1, 4, 16, 64):
    batches = town[rng.integers(0, len(town), (TRIES, asked))]
    off = np.linalg.norm(batches.mean(axis=1) - town.mean(axis=0), axis=1)
    print(f"asking {asked:2}: {off.mean():.2f} off on average, {off.max():.2f} at worst")
