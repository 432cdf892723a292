"""Tune 1000 strings in a noisy room, with a large, a small and a shrinking rate.

Run it: nox -s run -- examples/learning-rate-schedules/strings.py
"""

import numpy as np
import tensorflow as tf

TURNS = 100
rates = {
    "large": 0.5,
    "small": 0.02,
    "shrinking": tf.keras.optimizers.schedules.CosineDecay(0.5, decay_steps=TURNS),
}
rng = np.random.default_rng(1)
noise = rng.normal(scale=5.0, size=(TURNS, 1000)).astype("float32")
runs = {}
for name, rate in rates.items():
    pitch = tf.Variable(tf.fill([1000], 380.0))
    optimizer = tf.keras.optimizers.SGD(learning_rate=rate)
    off = [60.0]  # how far from 440 hertz, on average
    for turn in range(TURNS):
        gradient = pitch - 440 + noise[turn]  # minus what the ear says
        optimizer.apply_gradients([(gradient, pitch)])
        off.append(float(tf.reduce_mean(abs(pitch - 440))))
    runs[name] = {"turn": np.arange(TURNS + 1), "off by": off}
    print(f"{name}: off by {off[10]:.2f} at turn 10,", end=" ")
    print(f"by {off[50]:.2f} at turn 50, by {off[100]:.2f} at turn 100")
