"""Collect the gradients of four small batches for one update.

Run it: nox -s run -- examples/batches-and-epochs/blank_collect.py
"""

import numpy as np

houses = np.array([0, 3, 8, 1, 5, 9, 2, 4, 7, 6, 10, 12, 3, 1, 11, 14.0])
RATE = 0.25

large = 0.0  # the well with batches of 8
for batch in houses.reshape(2, 8):
    large = large - RATE * 2 * (large - batch.mean())

well, collected = 0.0, 0.0
for number, batch in enumerate(houses.reshape(8, 2)):
    gradient = 2 * (well - batch.mean())
    collected = collected + gradient
    if number % 4 == 3:
        well = well - RATE * __1__
        collected = __2__

print(f"four batches of 2 collected: {well:.4f}; batches of 8: {large:.4f}")
