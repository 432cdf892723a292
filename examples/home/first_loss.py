"""Look at the first loss of a small model from 1000 random starts.

Run it: python first_loss.py
"""

import keras
import numpy as np

STARTS = 1000
BELIEVED = 1.0

losses = []
for seed in range(STARTS):
    draw = keras.initializers.GlorotUniform(seed)  # as Dense draws the weights it starts with
    weight = draw((1, 1)).numpy().item()
    losses.append((2.0 - weight * 1.0) ** 2)

losses = np.array(losses)
away = abs(losses - BELIEVED)
print(f"lowest {losses.min():.2f}, highest {losses.max():.2f}")
print(f"at least {BELIEVED}: {np.mean(losses >= BELIEVED):.0%}")
print(f"within 0.5 of it: {np.mean(away <= 0.5):.0%}")
print(f"{np.mean(away <= 0.05):.0%}")
