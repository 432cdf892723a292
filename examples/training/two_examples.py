"""Update one weight on two examples at once.

Run it: nox -s run -- examples/training/two_examples.py
"""

import tensorflow as tf

x = tf.constant([1.0, 2.0])
y = tf.constant([3.0, 6.0])
weight = tf.Variable(0.0)
optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)

with tf.GradientTape() as tape:
    loss = tf.reduce_mean((weight * x - y) ** 2)
gradient = tape.gradient(loss, weight)
optimizer.apply_gradients([(gradient, weight)])

print(round(weight.numpy().item(), 2))
