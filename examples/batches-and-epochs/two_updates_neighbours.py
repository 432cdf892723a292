"""Run the neighbours of two_updates.py: small changes, other outputs.

Run it: nox -s run -- examples/batches-and-epochs/two_updates_neighbours.py
"""

import numpy as np


def place(batches, rate=0.5):
    """Return where the well ends."""
    well = 0.0
    for batch in batches:
        well = well - rate * (well - np.mean(batch))
    return float(well)


print("all four in one batch:", place([[0.0, 4.0, 6.0, 10.0]]))
print("the second batch first:", place([[6.0, 10.0], [0.0, 4.0]]))
print("a learning rate of 1:", place([[0.0, 4.0], [6.0, 10.0]], rate=1.0))
