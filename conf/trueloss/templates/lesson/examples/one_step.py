"""Take one step and print the weight.

Run it: nox -s run -- examples/template-lesson/one_step.py
"""

import tensorflow as tf

weight = tf.Variable(0.0)
optimizer = tf.keras.optimizers.SGD(learning_rate=0.25)

with tf.GradientTape() as tape:
    loss = (weight - 3.0) ** 2
gradient = tape.gradient(loss, weight)
optimizer.apply_gradients([(gradient, weight)])

print(round(float(weight), 3))
