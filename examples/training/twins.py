"""Train twenty models on a feature that comes twice, and compare what they learned.

Each house has its area given in two columns, both the same.
Run it: nox -s run -- examples/training/twins.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
MODELS = 20
STEPS = 300
LEARNING_RATE = 0.1

rng = np.random.default_rng(SEED)
area = rng.normal(size=200).astype("float32")  # already scaled
price = 2 * area
features = np.stack([area, area])
weights = tf.Variable(rng.normal(size=(MODELS, 2)).astype("float32"))  # a row for each model

for step in range(STEPS):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.reduce_mean((weights @ features - price) ** 2, axis=1))
    weights.assign_sub(LEARNING_RATE * tape.gradient(loss, weights))

first, second = weights.numpy().T
predictions = (weights @ features).numpy()
print(f"first weight:  from {first.min():.2f} to {first.max():.2f}")
print(f"second weight: from {second.min():.2f} to {second.max():.2f}")
print(f"their sum:     from {(first + second).min():.4f} to {(first + second).max():.4f}")
print(f"predictions differ by at most {np.ptp(predictions, axis=0).max():.4f}")

same_weights = np.ptp(weights.numpy(), axis=0).max() < 0.001
same_predictions = np.ptp(predictions, axis=0).max() < 0.001
readings = {
    "They have the same weights and the same predictions": same_weights and same_predictions,
    "They have different weights and the same predictions": same_predictions and not same_weights,
    "They have different weights and different predictions": not same_predictions,
}
print("The twenty trained models:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
