"""A neuron behind a layer that should standardise, on the points of a jury.

Run it: nox -s run -- examples/preparing-data/forgot_adapt.py
"""

import numpy as np
import tensorflow as tf

SEED = 1

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(1200, 3))
points = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
sold_out = liking.sum(axis=1) > 0

normalize = tf.keras.layers.Normalization()
x = normalize(points).numpy()

weights, bias = np.zeros(3), 0.0
for step in range(100):
    error = 0.5 + 0.5 * np.tanh((x[:200] @ weights + bias) / 2) - sold_out[:200]
    weights -= 0.1 * error @ x[:200] / 200
    bias -= 0.1 * error.mean()
right = np.mean((x[200:] @ weights + bias > 0) == sold_out[200:])
print("the first new cake:", *points[200].round(1))
print(f"{right:.1%} of 1000 new cakes sorted right")
