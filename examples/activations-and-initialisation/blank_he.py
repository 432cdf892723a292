"""Draw the weights of five ReLU towers so that the brightness is kept.

Run it: nox -s run -- examples/activations-and-initialisation/blank_he.py
"""

import numpy as np

LAMPS = 100

rng = np.random.default_rng(1)
lamps = rng.normal(size=(50, LAMPS))  # messages of brightness 1
for _tower in range(5):
    weights = rng.normal(0, __1__, (LAMPS, LAMPS))
    lamps = np.maximum(0, lamps @ weights)

brightness = np.sqrt(np.mean(lamps**2))
print(f"brightness of tower 5: {brightness:.2g}")
