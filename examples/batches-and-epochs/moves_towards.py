"""Find out what one update moves the well towards.

Run it: nox -s run -- examples/batches-and-epochs/moves_towards.py
"""

import numpy as np

SEED = 1
TRIES = 1000

rng = np.random.default_rng(SEED)
houses = rng.normal(0, 3, (TRIES, 20, 2))
wells, batches = rng.normal(0, 3, (TRIES, 2)), houses[:, :4]
moves = -2 * np.mean(wells[:, None] - batches, axis=1)  # against the gradient
nearest = np.argmin(np.linalg.norm(batches - wells[:, None], axis=2), axis=1)
places = {
    "The middle of the batch": batches.mean(axis=1),
    "The middle of all houses": houses.mean(axis=1),
    "The nearest house of the batch": batches[np.arange(TRIES), nearest],
    "The last house of the batch": batches[:, -1],
}


def straight(place):
    """Return in how many tries the move points exactly at the place."""
    way = place - wells
    cosine = np.sum(moves * way, axis=1)
    cosine = cosine / np.linalg.norm(moves, axis=1) / np.linalg.norm(way, axis=1)
    return int(np.sum(cosine > 1 - 1e-9))


hits = {name: straight(place) for name, place in places.items()}
for name, count in hits.items():
    print(f"{name}: {count} of {TRIES} moves point there")
print("Most moves point there:")
print(max(hits, key=hits.get))
