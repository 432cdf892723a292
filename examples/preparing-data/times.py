"""Standardise three times of day, a minute apart, with NumPy and with a layer of Keras.

Run it: nox -s run -- examples/preparing-data/times.py
"""

import numpy as np
import tensorflow as tf

seconds = np.array([[1700000000.0], [1700000060.0], [1700000120.0]])  # since 1970

by_hand = (seconds - seconds.mean()) / seconds.std()
print("NumPy:", ", ".join(f"{value:.2f}" for value in by_hand.ravel()))

layer = tf.keras.layers.Normalization()
layer.adapt(seconds)
values = [f"{value:.2f}" for value in layer(seconds).numpy().ravel()]
print(", ".join(values))
