"""Work out how often the first loss of a small model is close to 1, and check it with Keras.

Run it: nox -s run -- examples/home/first_loss.py
"""

import keras
import numpy as np

STARTS = 1000
BELIEVED = 1.0
LIMIT = np.sqrt(6 / (1 + 1))  # Dense draws its weight evenly from -LIMIT to LIMIT


def share(lowest, highest):
    """Return the share of the weights whose loss, (2 - weight)^2, is between the two."""
    farthest, nearest = 2 - np.sqrt(highest), 2 - np.sqrt(lowest)  # from 2, where the loss is 0
    return (min(nearest, LIMIT) - max(farthest, -LIMIT)) / (2 * LIMIT)


losses = []
for seed in range(STARTS):
    draw = keras.initializers.GlorotUniform(seed)  # as Dense draws the weights it starts with
    weight = draw((1, 1)).numpy().item()
    losses.append((2.0 - weight * 1.0) ** 2)

losses = np.array(losses)
print(f"{STARTS} starts: lowest loss {losses.min():.2f}, highest {losses.max():.2f}")
print(f"at least 1.0, of all starts {100 * share(BELIEVED, np.inf):.2g}%")
print(f"within 0.5 of it, of all starts {100 * share(BELIEVED - 0.5, BELIEVED + 0.5):.2g}%")
close = np.mean(abs(losses - BELIEVED) <= 0.05)
print(f"within 0.05 of it, {close:.1%} of these {STARTS} starts; of all starts")
print(f"{100 * share(BELIEVED - 0.05, BELIEVED + 0.05):.2g}%")
