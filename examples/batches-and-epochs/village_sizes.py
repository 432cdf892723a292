"""Ask as many houses of a small town and of one a hundred times as large.

Run it: nox -s run -- examples/batches-and-epochs/village_sizes.py
"""

import numpy as np

SEED = 1
TRIES = 400

rng = np.random.default_rng(SEED)


def off(houses, asked):
    """Return how far the middle of the asked houses is off, on average."""
    town = rng.normal(4, 2, (houses, 2))
    chosen = [rng.choice(houses, asked, replace=False, shuffle=False) for _ in range(TRIES)]
    middles = town[np.array(chosen)].mean(axis=1)
    return np.mean(np.linalg.norm(middles - town.mean(axis=0), axis=1))


small = off(1000, asked=30)
print(f"1000 houses, asking 30: {small:.3f} off")
large = {asked: off(100_000, asked) for asked in (30, 300, 3000)}
for asked, away in large.items():
    print(f"100000 houses, asking {asked}: {away:.3f} off")
print("The fewest of these with which it is at most a quarter farther off:")
print(min(asked for asked, away in large.items() if away < 1.25 * small))
