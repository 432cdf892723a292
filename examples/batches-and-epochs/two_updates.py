"""Ask two houses, then two others.

Run it: nox -s run -- examples/batches-and-epochs/two_updates.py
"""

import numpy as np

batches = [[0.0, 4.0], [6.0, 10.0]]  # four houses along one road
well = 0.0
for batch in batches:
    well = well - 0.5 * (well - np.mean(batch))

print(well)
