"""Ask two houses in the west, then two in the east, twice.

Run it: nox -s run -- examples/batches-and-epochs/sorted_pairs.py
"""

import numpy as np

houses = [0.0, 0.0, 8.0, 8.0]  # along one road, from west to east
well = 0.0
for epoch in range(2):
    for first in (0, 2):
        well = well + 0.5 * (np.mean(houses[first : first + 2]) - well)

print(well)
