"""Find the middle day of five. Options fill the gap.

Run it: nox -s run -- examples/loss-functions/blank_median.py
"""

import tensorflow as tf

rain = tf.constant([1.0, 2.0, 3.0, 4.0, 90.0])
answer = tf.Variable(0.0)
for step in range(300):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(__1__)
    answer.assign_sub(0.1 * tape.gradient(loss, answer))
print(f"answer {answer.numpy():.1f}")
