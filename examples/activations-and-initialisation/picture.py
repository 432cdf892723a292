"""Draw the lamps of five towers, for one message and two chains.

Run it: nox -s run -- examples/activations-and-initialisation/picture.py
"""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

SEED = 1
SHOWN = (0, 1, 4, 10, 30)  # 0 is the message itself

images, _ = load_digits(return_X_y=True)
message = (images[3] - images.mean()) / images.std()

figure, rows = plt.subplots(2, len(SHOWN), figsize=(7, 3.2))
for row, spread in zip(rows, (0.05, 0.177)):
    rng = np.random.default_rng(SEED)
    towers = [message]
    for _ in range(30):
        towers.append(np.maximum(0, towers[-1] @ rng.normal(0, spread, (64, 64))))
    for place, tower in zip(row, SHOWN):
        place.imshow(towers[tower].reshape(8, 8), cmap="gray", vmin=0, vmax=1)
        place.set_xticks([])
        place.set_yticks([])
        place.set_xlabel(f"tower {tower}" if tower else "message")
    row[0].set_ylabel(f"weights {spread}")
figure.tight_layout()
