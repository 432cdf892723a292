"""Run the neighbours of the small programs of the test: small changes, other outputs.

Run it: nox -s run -- examples/activations-and-initialisation/test_neighbours.py
"""

import numpy as np
import tensorflow as tf

print(f"ten towers: {0.9**10:.2f}")
print(f"1.1, thirty times: {1.1**30:.0f}")
print(f"slope of tanh at 0: {1 - np.tanh(0.0) ** 2:.1f}")
print(f"tanh of 5: {np.tanh(5.0):.4f}")
sigmoid = 1 / (1 + np.exp(-5.0))
print(f"slope of sigmoid at 5: {sigmoid * (1 - sigmoid):.4f}")
print(f"ln 2: {np.log(2):.2f}")
tf.keras.utils.set_random_seed(1)
one, other = (tf.keras.initializers.HeNormal()((3, 4)) for _ in range(2))
print(f"two objects, largest difference: {np.abs(one - other).max():.1f}")
