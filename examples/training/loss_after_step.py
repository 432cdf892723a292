"""Take one training step, then ask the model again.

Run it: nox -s run -- examples/training/loss_after_step.py
"""

import tensorflow as tf

x = tf.ones((1, 1))
y = 2 * x

layer = tf.keras.layers.Dense(1, kernel_initializer="zeros")
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
loss_fn = tf.keras.losses.MeanSquaredError()
optimizer = tf.keras.optimizers.SGD(learning_rate=0.125)

with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x))
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))

print(round(float(loss_fn(y, model(x))), 3))
