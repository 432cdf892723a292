"""Ask the tape for the gradient of a lamp that is off.

Run it: nox -s run -- examples/activations-and-initialisation/off.py
"""

import tensorflow as tf

weight = tf.Variable(1.0)
with tf.GradientTape() as tape:
    total = 2.0 * weight - 3.0  # the sum of this lamp is -1
    lamp = tf.nn.relu(total)
print(tape.gradient(lamp, weight).numpy())
