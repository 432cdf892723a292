"""Place a well with every combination of four batch sizes and four learning rates.

Run it: nox -s run -- examples/batches-and-epochs/village_sweep.py
"""

import numpy as np

SEED = 1
EPOCHS = 4
BATCHES = [1, 4, 16, 64]
RATES = [0.02, 0.1, 0.5, 1.5]
STREETS = [[1, 1], [2, 6], [7, 2], [6, 7]]

rng = np.random.default_rng(SEED)
houses = np.repeat(STREETS, 16, axis=0) + rng.normal(0, 0.6, (64, 2))
middle = houses.mean(axis=0)

runs = {}
for batch in BATCHES:
    orders = [rng.permutation(houses).reshape(-1, batch, 2) for _ in range(EPOCHS)]
    for rate in RATES:
        well = np.zeros(2)
        away = [np.linalg.norm(well - middle)]
        for asked in np.concatenate(orders):
            well = well - rate * (well - asked.mean(axis=0))
            away.append(np.linalg.norm(well - middle))
        answers = batch * np.arange(len(away))
        runs[batch, rate] = {"houses asked": answers, "distance from the best place": away}
        print(f"batch {batch}, rate {rate}: {away[-1]:.2f} away after {len(away) - 1} updates")
