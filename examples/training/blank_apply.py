"""Fill the gaps so that the loss falls. Run it: nox -s run -- examples/training/blank_apply.py"""

import tensorflow as tf

x = tf.constant([[1.0]])
y = tf.constant([[2.0]])
start = tf.keras.initializers.Constant(0.5)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer=start)])
optimizer = tf.keras.optimizers.SGD(learning_rate=0.125)

with tf.GradientTape() as tape:
    prediction = model(x)
    loss = tf.reduce_mean((y - prediction) ** 2)
gradients = tape.gradient(__1__, model.trainable_variables)
optimizer.__2__(zip(gradients, model.trainable_variables))

before = float(loss)
after = float(tf.reduce_mean((y - model(x)) ** 2))
print(f"loss before {before:.4f}, after {after:.4f}")
