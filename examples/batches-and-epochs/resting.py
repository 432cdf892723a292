"""Measure how far wells stay from the best place, and compare with a formula.

A thousand wells, each asking houses drawn at random from a road, for 400 updates.
Run it: nox -s run -- examples/batches-and-epochs/resting.py
"""

import numpy as np

SEED = 1
WELLS = 1000
UPDATES = 400

rng = np.random.default_rng(SEED)
houses = rng.normal(4, 2, 512)
spread = houses.std()
for rate, asked in ((0.1, 1), (0.4, 4), (0.1, 4), (0.025, 1)):
    wells = np.zeros(WELLS)
    for update in range(UPDATES):
        batches = rng.choice(houses, (WELLS, asked))
        wells = wells - rate * (wells - batches.mean(axis=1))
    away = np.sqrt(np.mean((wells - houses.mean()) ** 2))
    formula = spread * np.sqrt(rate / (2 - rate) / asked)
    print(f"rate {rate}, batch {asked}: {away:.2f} away, by the formula {formula:.2f}")
