"""Follow the angle between messages through 30 towers; twenty starts.

Run it: nox -s run -- examples/activations-and-initialisation/alike.py
"""

import numpy as np

SEED = 1
STARTS, LAMPS, MESSAGES = 20, 64, 10


def relu(sums):
    """Return the sums, and 0 for the negative ones."""
    return np.maximum(0, sums)


def cosine(lamps):
    """Return the mean cosine of two messages, for each start: 1 where they point the same way."""
    unit = lamps / np.linalg.norm(lamps, axis=2, keepdims=True)
    between = unit @ unit.swapaxes(1, 2)
    return between[:, ~np.eye(MESSAGES, dtype=bool)].mean(axis=1)


for name, activation, gain in (("ReLU, He", relu, 2), ("tanh, Glorot", np.tanh, 1)):
    rng = np.random.default_rng(SEED)
    lamps = rng.normal(size=(STARTS, MESSAGES, LAMPS))  # messages at right angles, nearly
    for tower in range(1, 31):
        weights = rng.normal(0, np.sqrt(gain / LAMPS), (STARTS, LAMPS, LAMPS))
        lamps = activation(lamps @ weights)
        if tower in (1, 5, 30):
            now = cosine(lamps)
            middle = round(np.median(now), 2) + 0.0  # no minus before a 0
            print(f"{name}, tower {tower}: {middle:.2f} ({now.min():.2f} to {now.max():.2f})")
