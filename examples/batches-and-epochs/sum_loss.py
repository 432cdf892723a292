"""Train with the sum of the squares instead of their mean.

Run it: nox -s run -- examples/batches-and-epochs/sum_loss.py
"""

import tensorflow as tf

houses = tf.constant([[2.0], [4.0], [6.0], [8.0]])  # along one road
layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = tf.keras.Sequential([tf.keras.Input((1,)), layer])
loss_fn = tf.keras.losses.MeanSquaredError(reduction="sum")
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.125), loss=loss_fn)

model.fit(tf.ones((4, 1)), houses, batch_size=2, shuffle=False, verbose=0)

print(layer.kernel.numpy().item())
