"""Give an optimizer a rate that shrinks.

Run it: nox -s run -- examples/learning-rate-schedules/blank_test_schedule.py
"""

import tensorflow as tf

schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=10, decay_rate=0.5)
optimizer = tf.keras.optimizers.SGD(learning_rate=__1__)
weight = tf.Variable(1.0)
rates = []
for _step in range(11):
    rates.append(float(optimizer.learning_rate))
    optimizer.apply_gradients([(tf.constant(0.0), weight)])
print(f"rate at step 0: {rates[0]:.3f}, at step 10: {rates[10]:.3f}")
