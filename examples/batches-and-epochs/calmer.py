"""Try four ways to halve the distance at which a well wanders.

Run it: nox -s run -- examples/batches-and-epochs/calmer.py
"""

import numpy as np

SEED = 1
WELLS = 2000

rng = np.random.default_rng(SEED)
houses = rng.normal(4, 2, 512)


def wander(batch=1, rate=0.1, updates=200):
    """Return how far the wells are from the middle of all houses after the updates."""
    wells = np.zeros(WELLS)
    for _update in range(updates):
        asked = rng.choice(houses, (WELLS, batch))
        wells = wells - rate * (wells - asked.mean(axis=1))
    return np.sqrt(np.mean((wells - houses.mean()) ** 2))


usual = wander()
print(f"batch 1, rate 0.1, 200 updates: {usual:.2f} away")
ways = {
    "Twice as many updates": wander(updates=400),
    "A batch twice as large": wander(batch=2),
    "A batch four times as large": wander(batch=4),
    "Half the learning rate": wander(rate=0.05),
}
for name, away in ways.items():
    print(f"{name}: {away / usual:.2f} times as far")
print("Halves it, to within a tenth:")
print(*[name for name, away in ways.items() if abs(away / usual - 0.5) < 0.1], sep="\n")
