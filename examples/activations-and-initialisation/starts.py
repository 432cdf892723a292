"""Send messages through 30 ReLU towers with He's weights, from 300 starts.

Run it: nox -s run -- examples/activations-and-initialisation/starts.py
"""

import numpy as np

SEED = 1
STARTS, LAMPS, TOWERS = 300, 32, 30

rng = np.random.default_rng(SEED)
lamps = rng.normal(size=(STARTS, 10, LAMPS))  # ten messages, of size 1
for _ in range(TOWERS):
    weights = rng.normal(0, np.sqrt(2 / LAMPS), (STARTS, LAMPS, LAMPS))
    lamps = np.maximum(0, lamps @ weights)
sizes = np.sqrt(np.mean(lamps**2, axis=(1, 2)))
within = np.mean((sizes > 0.5) & (sizes < 2))
print(f"brightness at tower 30: from {sizes.min():.3f} to {sizes.max():.1f}")
print(f"between half and double: {within:.0%} of the starts")
