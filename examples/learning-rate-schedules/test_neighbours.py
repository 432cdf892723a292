"""Run the neighbours of the questions of the test: other steps, other settings.

Run it: nox -s run -- examples/learning-rate-schedules/test_neighbours.py
"""

import tensorflow as tf

keras = tf.keras.optimizers.schedules
halving = keras.ExponentialDecay(0.8, decay_steps=10, decay_rate=0.5)
for step in (0, 10, 30):
    print(f"halving, step {step}: {float(halving(step)):.1f}")
smooth = keras.ExponentialDecay(0.1, decay_steps=1000, decay_rate=0.5)
stairs = keras.ExponentialDecay(0.1, decay_steps=1000, decay_rate=0.5, staircase=True)
print(f"without staircase, step 999: {float(smooth(999)):.3f}")
print(f"with staircase, step 1000: {float(stairs(1000)):.3f}, step 2000: {float(stairs(2000)):.3f}")
cosine = keras.CosineDecay(0.5, decay_steps=100)
for step in (50, 0):
    print(f"cosine, step {step}: {float(cosine(step)):.2f}")
restarts = keras.CosineDecayRestarts(0.5, first_decay_steps=100, t_mul=1.0)
print(f"with restarts, step 150: {float(restarts(150)):.2f}")
print(f"turn without noise: {380 + 0.5 * 60:.1f}")
print(f"the whole of what is heard: {380 + 62:.1f}")
