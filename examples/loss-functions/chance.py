"""Try chances of rain from 0% to 100%, 5% apart, and print the cheapest for each loss.

Run it: nox -s run -- examples/loss-functions/chance.py
"""

import numpy as np
import tensorflow as tf

rained = np.array([1.0, 1, 1, 0, 0, 0, 0, 0, 0, 0])[:, None]  # 3 rainy days of 10
losses = {
    "squared error": tf.keras.losses.MeanSquaredError(),
    "cross-entropy": tf.keras.losses.BinaryCrossentropy(),
    "absolute error": tf.keras.losses.MeanAbsoluteError(),
}

for name, loss in losses.items():
    fines = [float(loss(rained, np.full_like(rained, p / 100))) for p in range(0, 101, 5)]
    best = int(np.argmin(fines))
    print(f"{name}: say {5 * best}%, which costs {fines[best]:.3f}")
