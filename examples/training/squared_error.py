"""Measure how wrong one prediction is. Run it: nox -s run -- examples/training/squared_error.py"""

import tensorflow as tf

weight = tf.Variable(3.0)
x, answer = 2.0, 10.0

prediction = weight * x
loss = tf.reduce_mean((prediction - answer) ** 2)

print(loss.numpy())
