"""Let three villages place their well for two epochs, asking 1, 8 or all 64 houses at a time.

Run it: nox -s run -- examples/batches-and-epochs/village.py
"""

import numpy as np

SEED = 1
EPOCHS = 2
LEARNING_RATE = 0.1
STREETS = [[1, 1], [2, 6], [7, 2], [6, 7]]  # where the four streets are, 16 houses in each

rng = np.random.default_rng(SEED)
houses = np.repeat(STREETS, 16, axis=0) + rng.normal(0, 0.6, (64, 2))
middle = houses.mean(axis=0)

paths = {}
for asked, name in {1: "asks 1 house", 8: "asks 8 houses", 64: "asks all 64"}.items():
    well = np.array([0.0, 0.0])
    path = [well]
    for epoch in range(EPOCHS):
        for batch in rng.permutation(houses).reshape(-1, asked, 2):
            well = well - LEARNING_RATE * (well - batch.mean(axis=0))
            path.append(well)
    paths[name] = {"east": [at[0] for at in path], "north": [at[1] for at in path]}
    away = np.linalg.norm(well - middle)
    print(f"{name}, updates: {len(path) - 1}, then {away:.2f} from the best place")

east = north = np.linspace(0, 8, 33)
grid = np.stack(np.meshgrid(east, north), axis=-1)
loss = np.mean((grid[..., None, :] - houses) ** 2, axis=(-1, -2))
