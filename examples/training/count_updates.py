"""Count the updates that `fit` makes. Run it: nox -s run -- examples/training/count_updates.py"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)

x, y = tf.ones((10, 1)), tf.ones((10, 1))
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")

model.fit(x, y, batch_size=4, epochs=3, verbose=0)

print(model.optimizer.iterations.numpy())
