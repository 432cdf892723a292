"""Put one line into a training step, and see whether it moves the weight.

Run it: nox -s run -- examples/training/blank_which_line.py
"""

import tensorflow as tf

x, y = tf.constant([[1.0]]), tf.constant([[2.0]])
start = tf.keras.initializers.Constant(0.5)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer=start)])
model.compile(loss="mse")
optimizer = tf.keras.optimizers.SGD(learning_rate=0.125)

with tf.GradientTape(persistent=True) as tape:  # it may be asked twice
    loss = tf.reduce_mean((y - model(x)) ** 2)
gradients = tape.gradient(loss, model.trainable_variables)

before = model.get_weights()[0].item()
__1__
after = model.get_weights()[0].item()
print(f"weight before {before:.3f}, after {after:.3f}")
