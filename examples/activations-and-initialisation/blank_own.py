"""Give two layers side by side weights of their own.

Run it: nox -s run -- examples/activations-and-initialisation/blank_own.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
shared = tf.keras.initializers.HeNormal()
left = tf.keras.layers.Dense(3, kernel_initializer=__1__)
right = tf.keras.layers.Dense(3, kernel_initializer=shared)
message = tf.ones((1, 4))
left(message), right(message)

different = not np.array_equal(left.kernel, right.kernel)
print("different weights:", different)
