"""Run the neighbours of the small programs of the test: small changes, other outputs.

Run it: nox -s run -- examples/regularisation/test_neighbours.py
"""

import numpy as np
import tensorflow as tf

weights = tf.constant([2.0, -5.0])
print(f"squares: {tf.keras.regularizers.L2(0.1)(weights):.3f}")
print(f"with the signs: {0.1 * tf.reduce_sum(weights):.3f}")
heard = tf.keras.layers.Dropout(0.5, seed=1)(tf.ones((1, 4)), training=True)
print("in training a clerk calls with 0.0 or", f"{np.max(heard):.1f}")
for charged in (0, 2):
    kind = "l2" if charged else None
    layers = [tf.keras.layers.Dense(size, kernel_regularizer=kind) for size in (8, 10)]
    office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), *layers])
    print(f"penalties where {charged} layers have one:", len(office.losses))
for name, weight in (("half of the square", 2.0 - 0.1 * 0.5 * 2.0), ("L1", 2.0 - 0.1 * 0.5)):
    print(f"step with {name}: {weight:.2f}")
print(f"the whole step without the rate: {2.0 - 2 * 0.5 * 2.0:.2f}")
print(f"without the rate: {(1 - 0.004) ** 1000:.3f}")
print(f"a hundred times as many steps: {(1 - 0.001 * 0.004) ** 100_000:.3f}")
