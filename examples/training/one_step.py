"""Take one training step and print the loss. Run it: nox -s run -- examples/training/one_step.py"""

import tensorflow as tf

x = tf.constant([[1.0]])
y = tf.constant([[2.0]])

# The weight starts at 0.5. The bias starts at 0, as it does unless told otherwise.
start = tf.keras.initializers.Constant(0.5)
layer = tf.keras.layers.Dense(1, kernel_initializer=start)
model = tf.keras.Sequential([layer])
optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)

with tf.GradientTape() as tape:
    prediction = model(x)
    loss = tf.reduce_mean((y - prediction) ** 2)
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))

print(round(float(loss), 2))
