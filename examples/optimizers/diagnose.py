"""Describe four SGD trainings by two numbers each, and print the one with too small a rate.

Run it: nox -s run -- examples/optimizers/diagnose.py
"""

import numpy as np
import tensorflow as tf

RATES = [0.05, 0.0001, 0.099, 0.11]
STEPS = 30

steepness, best = np.float32([20, 0.2]), np.float32([1, 5])


def losses(rate):
    """Return the loss of the soup before each step."""
    recipe = tf.Variable([0.0, 0.0])
    optimizer = tf.keras.optimizers.SGD(learning_rate=rate)
    seen = []
    for step in range(STEPS):
        distance = recipe.numpy() - best
        seen.append(np.sum(steepness / 2 * distance**2))
        optimizer.apply_gradients([(steepness * distance, recipe)])
    return np.array(seen)


signs, creeping = {}, {}
for rate in RATES:
    seen = losses(rate)
    last, highest = seen[-1] / seen[0], seen.max() / seen[0]
    signs[rate] = f"last {last:.2g}, highest {highest:.2g}"
    if highest <= 1:  # never thrown off, so the steps are not too long
        creeping[rate] = last
    print(f"rate {rate:6}: {signs[rate]}")
print("Never thrown off, and the most of the loss is left:")
print(signs[max(creeping, key=creeping.get)])
