"""Compute the loss one line too late. Run it: nox -s run -- examples/training/loss_outside.py"""

import tensorflow as tf

weight = tf.Variable(0.0)

with tf.GradientTape() as tape:
    prediction = weight * 1.0
loss = (prediction - 2.0) ** 2

print(tape.gradient(loss, weight))
