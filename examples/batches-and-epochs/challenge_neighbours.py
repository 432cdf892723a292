"""Run the neighbours of sum_loss.py: small changes, other outputs.

Run it: nox -s run -- examples/batches-and-epochs/challenge_neighbours.py
"""

import numpy as np

houses = np.array([2.0, 4.0, 6.0, 8.0])


def place(batch, average):
    """Return where the well ends after one epoch."""
    well = 0.0
    for asked in houses.reshape(-1, batch):
        gradients = 2 * (well - asked)
        well -= 0.125 * (gradients.mean() if average else gradients.sum())
    return float(well)


print("the mean, batches of 2:", place(2, average=True))
print("the mean, all four in one batch:", place(4, average=True))
print("the sum, all four in one batch:", place(4, average=False))
