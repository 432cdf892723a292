"""Train a forecaster of rain with compile and fit, and ask it about two days.

The days are made up. Run it: nox -s run -- examples/loss-functions/fit.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = rng.normal(size=(200, 2))  # how damp and how windy a day was, around an average of 0
rained = (2 * x[:, 0] + rng.normal(size=200) > 0).astype(int)  # damp days bring rain

model = tf.keras.Sequential([tf.keras.Input(shape=(2,)), tf.keras.layers.Dense(1)])
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.1),
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.BinaryAccuracy(threshold=0.0)],
)
history = model.fit(x, rained, epochs=10, verbose=0).history
print(f"loss {history['loss'][0]:.2f} -> {history['loss'][-1]:.2f}")
print(f"right {history['binary_accuracy'][0]:.0%} -> {history['binary_accuracy'][-1]:.0%}")
scores = model(np.array([[1.0, 0.0], [-1.0, 0.0]]))
print("scores of a damp and a dry day:", np.round(scores[:, 0], 1))
print("chances of rain:", np.round(tf.sigmoid(scores)[:, 0], 2))
