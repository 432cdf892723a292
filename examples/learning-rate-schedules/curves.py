"""Record the rate, and how far a thousand strings are off, for six ways to choose the rate.

Run it: nox -s run -- examples/learning-rate-schedules/curves.py
"""

import numpy as np
import tensorflow as tf

TURNS = 100
keras = tf.keras.optimizers.schedules
turn = np.arange(TURNS + 1)
schedules = {
    "constant": np.full(TURNS + 1, 0.5, "float32"),
    "cosine": keras.CosineDecay(0.5, TURNS)(turn).numpy(),
    "piecewise": keras.PiecewiseConstantDecay([50], [0.5, 0.05])(turn).numpy(),
    "1 / (turn + 1)": 1 / (turn + 1),
    "halved each turn": keras.ExponentialDecay(0.5, 1, 0.5)(turn).numpy(),
    "warm-up, cosine": keras.CosineDecay(0.0, 80, warmup_target=0.5, warmup_steps=20),
}
schedules["warm-up, cosine"] = np.array([float(schedules["warm-up, cosine"](t)) for t in turn])
noise = np.random.default_rng(1).normal(scale=5.0, size=(TURNS, 1000))
runs = {}
for name, rates in schedules.items():
    pitch, off = np.full(1000, 380.0), [60.0]
    for rate, heard_wrong in zip(rates, noise):
        pitch = pitch + rate * (440 - pitch + heard_wrong)
        off.append(np.mean(abs(pitch - 440)))
    runs[name] = {"turn": turn, "rate": rates, "off by": off}
    print(f"{name}: off by {off[5]:.2f} at turn 5, by {off[-1]:.2f} at the end")
