"""Count the numbers that training may change.

Run it: nox -s run -- examples/training/count_weights.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)

layer = tf.keras.layers.Dense(3)
model = tf.keras.Sequential([tf.keras.Input(shape=(2,)), layer])
model.compile(optimizer="sgd", loss="mse")
model.fit(tf.ones((8, 2)), tf.ones((8, 3)), epochs=3, verbose=0)

print(sum(tf.size(weight).numpy().item() for weight in model.trainable_variables))
