"""Find the amount of rain that nine days of ten stay below. Options fill the gaps.

Run it: nox -s run -- examples/loss-functions/blank_pinball.py
"""

import numpy as np
import tensorflow as tf

rain = tf.constant(np.random.default_rng(1).exponential(5.0, 1000))
answer = tf.Variable(0.0, dtype=tf.float64)
for step in range(400):
    with tf.GradientTape() as tape:
        miss = rain - answer
        loss = tf.reduce_mean(tf.maximum(__1__ * miss, __2__ * miss))
    answer.assign_sub(0.5 * tape.gradient(loss, answer))
share = np.mean(rain < answer)
print(f"answer {answer.numpy():.1f}, enough on {share:.0%} of the days")
