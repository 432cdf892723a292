"""Count the updates of `fit` without a batch size.

Run it: nox -s run -- examples/batches-and-epochs/default_batch.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x, y = tf.ones((100, 1)), tf.ones((100, 1))
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")

model.fit(x, y, epochs=5, verbose=0)

print(model.optimizer.iterations.numpy())
