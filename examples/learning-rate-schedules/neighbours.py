"""Run the neighbours of the practice questions: other steps, other counts.

Run it: nox -s run -- examples/learning-rate-schedules/neighbours.py
"""

import math

import tensorflow as tf

schedule = tf.keras.optimizers.schedules.CosineDecay(0.8, decay_steps=40)
for step in (0, 10, 40):
    print(f"rate at step {step}: {float(schedule(step)):.3f}")
print("steps with all 600 rows:", math.ceil(600 / 32) * 10)
print("steps in one epoch:", math.ceil(480 / 32))
