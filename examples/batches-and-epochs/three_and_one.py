"""Ask three houses and then the last one.

Run it: nox -s run -- examples/batches-and-epochs/three_and_one.py
"""

import numpy as np

houses = [2.0, 2.0, 2.0, 10.0]  # along one road
well = 0.0
for first in range(0, 4, 3):
    well = well + 0.5 * (np.mean(houses[first : first + 3]) - well)

print(well)
