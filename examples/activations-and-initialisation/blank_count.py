"""Count the lamps that are off for every message.

Run it: nox -s run -- examples/activations-and-initialisation/blank_count.py
"""

import numpy as np

lamps = np.array(
    [
        [0.0, 1.2, 0.0],
        [0.3, 0.0, 0.0],
        [0.9, 0.4, 0.0],
        [0.0, 0.8, 0.0],
    ]
)
dead = np.sum(__1__)
print(f"dead lamps: {dead}")
