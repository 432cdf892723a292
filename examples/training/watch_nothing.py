"""Ask a tape for a slope at x = 3. Run it: nox -s run -- examples/training/watch_nothing.py"""

import tensorflow as tf

x = tf.constant(3.0)

with tf.GradientTape() as tape:
    y = x * x

print(tape.gradient(y, x))
