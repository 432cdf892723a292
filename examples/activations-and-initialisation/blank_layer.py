"""Make ten layers of 64 lamps that keep the brightness.

Run it: nox -s run -- examples/activations-and-initialisation/blank_layer.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
lamps = tf.random.normal((50, 64))  # messages of brightness 1
for _layer in range(10):
    layer = tf.keras.layers.Dense(64, activation="relu", kernel_initializer=__1__)
    lamps = layer(lamps)

brightness = np.sqrt(np.mean(lamps.numpy() ** 2))
print(f"brightness of layer 10: {brightness:.1e}")
