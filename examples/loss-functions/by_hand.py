"""Work out five losses with NumPy, and compare them with Keras.

Run it: nox -s run -- examples/loss-functions/by_hand.py
"""

import numpy as np
import tensorflow as tf

rng = np.random.default_rng(1)
amounts, forecasts = 5 * rng.normal(size=(50, 1)), 5 * rng.normal(size=(50, 1))
rained, chance = rng.integers(0, 2, (50, 1)), rng.uniform(0.01, 0.99, (50, 1))
kinds, scores = rng.integers(0, 3, 50), rng.normal(size=(50, 3))

miss = forecasts - amounts
softmax = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
huber = np.where(np.abs(miss) < 1, miss**2 / 2, np.abs(miss) - 1 / 2)
binary = -(rained * np.log(chance) + (1 - rained) * np.log(1 - chance))
by_hand = {
    "MeanSquaredError": (np.mean(miss**2), amounts, forecasts),
    "MeanAbsoluteError": (np.mean(np.abs(miss)), amounts, forecasts),
    "Huber": (np.mean(huber), amounts, forecasts),
    "BinaryCrossentropy": (np.mean(binary), rained, chance),
    "SparseCategoricalCrossentropy": (-np.mean(np.log(softmax[range(50), kinds])), kinds, softmax),
}
for name, (value, answers, predictions) in by_hand.items():
    loss = getattr(tf.keras.losses, name)()
    print(f"{name:30} by hand {value:.4f}, Keras {float(loss(answers, predictions)):.4f}")
