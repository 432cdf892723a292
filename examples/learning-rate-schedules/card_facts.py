"""Print the facts on the cards to remember.

Run it: nox -s run -- examples/learning-rate-schedules/card_facts.py
"""

import math

import tensorflow as tf

print(f"500 rows, batches of 32, 10 epochs: {math.ceil(500 / 32) * 10}")
keras = tf.keras.optimizers.schedules
cosine = keras.CosineDecay(0.5, decay_steps=100)
print(f"cosine at step 50: {float(cosine(50)):.2f}, at step 150: {float(cosine(150)):.2f}")
piecewise = keras.PiecewiseConstantDecay([10], [0.5, 0.05])
print(f"piecewise at step 10: {float(piecewise(10)):.2f}, at step 11: {float(piecewise(11)):.2f}")
