"""Send 100 messages down a chain of 30 towers, with weights of four sizes.

Run it: nox -s run -- examples/activations-and-initialisation/chain.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
LAMPS, TOWERS = 64, 30

images, _ = load_digits(return_X_y=True)
messages = (images[:100] - images.mean()) / images.std()


def relu(sums):
    """Light a lamp as brightly as its sum says, and not at all below 0."""
    return np.maximum(0, sums)


def send(activation, spread):
    """Return the lamps of each tower; in each, a row for each message."""
    rng = np.random.default_rng(SEED)
    lamps, towers = messages, []
    for _ in range(TOWERS):
        weights = rng.normal(0, spread, (LAMPS, LAMPS))
        lamps = activation(lamps @ weights)
        towers.append(lamps)
    return towers


def brightness(lamps):
    """Return the typical size of a lamp's number."""
    return np.sqrt(np.mean(lamps**2))


runs = {}
for spread in (0.05, 0.125, 0.177, 0.25):
    sizes = [brightness(lamps) for lamps in send(relu, spread)]
    runs[spread] = {"tower": list(range(1, TOWERS + 1)), "brightness": sizes}
    seen = ", ".join(f"tower {tower} {sizes[tower - 1]:.2g}" for tower in (1, 10, 30))
    print(f"weights {spread}: {seen}")
