"""Run the neighbours of boundary.py: a boundary one step earlier, and one step later.

Run it: nox -s run -- examples/learning-rate-schedules/challenge_neighbours.py
"""

import tensorflow as tf

for name, boundary, values in (
    ("one step earlier", 9, [0.5, 0.05]),
    ("one step later", 11, [0.5, 0.05]),
):
    schedule = tf.keras.optimizers.schedules.PiecewiseConstantDecay([boundary], values)
    print(f"{name}:", *[f"{float(schedule(step)):.2f}" for step in (9, 10, 11)])
