"""Take one RMSprop step on y = 2 x, then ask the model again.

Run it: nox -s run -- examples/optimizers/rmsprop_step.py
"""

import tensorflow as tf

x = tf.constant([[1.0], [2.0], [3.0], [4.0]])
y = tf.constant([[2.0], [4.0], [6.0], [8.0]])

layer = tf.keras.layers.Dense(1, kernel_initializer="zeros")
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
loss_fn = tf.keras.losses.MeanSquaredError()
optimizer = tf.keras.optimizers.RMSprop(learning_rate=0.01)

with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))

print(round(float(loss_fn(y, model(x))), 3))
