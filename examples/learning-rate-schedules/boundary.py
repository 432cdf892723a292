"""Print a piecewise constant rate around its boundary.

Run it: nox -s run -- examples/learning-rate-schedules/boundary.py
"""

import tensorflow as tf

schedule = tf.keras.optimizers.schedules.PiecewiseConstantDecay([10], [0.5, 0.05])
print(*[f"{float(schedule(step)):.2f}" for step in (9, 10, 11)])
