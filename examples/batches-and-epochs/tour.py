"""Ask 64 houses one by one for an epoch: street by street, and shuffled.

Run it: nox -s run -- examples/batches-and-epochs/tour.py
"""

import numpy as np

SEED = 1
LEARNING_RATE = 0.1
STREETS = [[1, 1], [2, 6], [7, 2], [6, 7]]

rng = np.random.default_rng(SEED)
houses = np.repeat(STREETS, 16, axis=0) + rng.normal(0, 0.6, (64, 2))
middle = houses.mean(axis=0)

paths = {}
for name, order in (("street by street", houses), ("shuffled", rng.permutation(houses))):
    well = middle
    path = [well]
    for house in order:
        well = well - LEARNING_RATE * (well - house)
        path.append(well)
    paths[name] = {"east": [at[0] for at in path], "north": [at[1] for at in path]}
    away = np.linalg.norm(np.array(path) - middle, axis=1)
    print(f"{name}: {away.max():.2f} away at most, {away[-1]:.2f} at the end")

east = north = np.linspace(0, 8, 33)
grid = np.stack(np.meshgrid(east, north), axis=-1)
loss = np.mean((grid[..., None, :] - houses) ** 2, axis=(-1, -2))
