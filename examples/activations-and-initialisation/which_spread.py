"""Send messages through five towers of 256 ReLU lamps, with weights of four sizes; twenty starts.

Run it: nox -s run -- examples/activations-and-initialisation/which_spread.py
"""

import numpy as np

SEED = 0
STARTS, LAMPS, TOWERS = 20, 256, 5
SPREADS = (0.01, 0.05, 0.088, 0.5)

rng = np.random.default_rng(SEED)
messages = rng.normal(size=(STARTS, 10, LAMPS))  # their numbers have a size of 1
drawn = rng.normal(size=(TOWERS, STARTS, LAMPS, LAMPS))
kept = {}
for spread in SPREADS:
    lamps = messages
    for weights in drawn:
        lamps = np.maximum(0, lamps @ weights * spread)
    sizes = np.sqrt(np.mean(lamps**2, axis=(1, 2)))
    kept[spread] = np.median(sizes)
    print(f"{spread}: brightness {kept[spread]:.2g} ({sizes.min():.2g} to {sizes.max():.2g})")
print("Nearest to 1:")
print(min(kept, key=lambda spread: abs(np.log(kept[spread]))))
