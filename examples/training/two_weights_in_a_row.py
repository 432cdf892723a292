"""Update two weights, one behind the other.

Run it: nox -s run -- examples/training/two_weights_in_a_row.py
"""

import tensorflow as tf

a, b = tf.Variable(2.0), tf.Variable(3.0)
x, answer = 1.0, 4.0
optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)

with tf.GradientTape() as tape:
    hidden = a * x
    prediction = b * hidden
    loss = (prediction - answer) ** 2
gradients = tape.gradient(loss, [a, b])
optimizer.apply_gradients(zip(gradients, [a, b]))

print(round((b * a * x).numpy().item(), 2))
