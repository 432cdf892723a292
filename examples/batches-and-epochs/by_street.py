"""Ask 64 houses one by one: street by street, and in a random order.

Twenty villages, four streets each; every well makes five epochs.
Run it: nox -s run -- examples/batches-and-epochs/by_street.py
"""

import numpy as np

SEED = 1
VILLAGES = 20
EPOCHS = 5
LEARNING_RATE = 0.1
STREETS = [[1, 1], [2, 6], [7, 2], [6, 7]]

rng = np.random.default_rng(SEED)
houses = np.repeat(STREETS, 16, axis=0) + rng.normal(0, 0.6, (VILLAGES, 64, 2))
middle, last_street = houses.mean(axis=1), houses[:, -16:].mean(axis=1)

for order in ("street by street", "shuffled"):
    wells = np.zeros((VILLAGES, 2))
    for epoch in range(EPOCHS):
        turns = np.tile(np.arange(64), (VILLAGES, 1))  # a row for each village
        if order == "shuffled":
            turns = rng.permuted(turns, axis=1)
        for turn in turns.T:
            wells = wells - LEARNING_RATE * (wells - houses[np.arange(VILLAGES), turn])
    for name, place in (("the best place", middle), ("the last street", last_street)):
        away = np.linalg.norm(wells - place, axis=1)
        print(f"{order}, from {name}: {np.median(away):.2f}, ", end="")
        print(f"{away.min():.2f} to {away.max():.2f}")
