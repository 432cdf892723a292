"""Multiply the loss by 100, and print which optimizers take the same path as before.

Run it: nox -s run -- examples/optimizers/pool_scaled_loss.py
"""

import numpy as np
import tensorflow as tf

STEPS = 10

makers = {
    "SGD": lambda: tf.keras.optimizers.SGD(learning_rate=0.004),
    "momentum": lambda: tf.keras.optimizers.SGD(learning_rate=0.004, momentum=0.9),
    "RMSprop": lambda: tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": lambda: tf.keras.optimizers.Adam(learning_rate=0.1),
}


def path(optimizer, factor):
    """Return the weight after each step down the loss factor * weight^2, from 5."""
    weight = tf.Variable(5.0)
    seen = []
    for step in range(STEPS):
        optimizer.apply_gradients([(factor * 2 * weight, weight)])
        seen.append(float(weight))
    return np.array(seen)


apart = {}
for name, make in makers.items():
    once, hundredfold = path(make(), 1.0), path(make(), 100.0)
    print(f"{name:9} first step to {once[0]:.3f} and {hundredfold[0]:.3f}", end="")
    apart[name] = np.abs(once - hundredfold).max()
    print(f", paths at most {apart[name]:.5f} apart")
print("The same path:")
print(", ".join(name for name, distance in apart.items() if distance < 1e-4))
