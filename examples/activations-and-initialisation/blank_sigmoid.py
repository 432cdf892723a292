"""Let two sigmoid towers show what two tanh towers show.

Run it: nox -s run -- examples/activations-and-initialisation/blank_sigmoid.py
"""

import numpy as np


def sigmoid(sums):
    """Press the sums between 0 and 1."""
    return 1 / (1 + np.exp(-sums))


rng = np.random.default_rng(1)
message = rng.normal(size=(5, 8))
first, second = rng.normal(0, 0.35, (2, 8, 8))
wanted = np.tanh(np.tanh(message @ first) @ second)

lamps = sigmoid(message @ (2 * first))
lamps = sigmoid(lamps @ (__1__) + __2__)
off = np.abs(2 * lamps - 1 - wanted).max()
same = off < 1e-9
print(f"off by at most {off:.2f}")
