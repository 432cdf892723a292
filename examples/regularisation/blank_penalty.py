"""Work out an L2 penalty by hand.

Run it: nox -s run -- examples/regularisation/blank_penalty.py
"""

import numpy as np

weights = np.array([3.0, -4.0])
penalty = 0.01 * __1__
print(f"penalty {penalty:.3f}")
