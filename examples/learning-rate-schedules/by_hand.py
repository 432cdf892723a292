"""Work out five schedules by hand, and hold them against Keras at 200 steps.

Run it: nox -s run -- examples/learning-rate-schedules/by_hand.py
"""

import numpy as np
import tensorflow as tf

keras = tf.keras.optimizers.schedules
step = np.arange(200)
part = np.minimum(step / 100, 1)  # how much of the decay is over
pairs = {
    "exponential": (0.5 * 0.1 ** (step / 100), keras.ExponentialDecay(0.5, 100, 0.1)),
    "staircase": (
        0.5 * 0.1 ** (step // 100),
        keras.ExponentialDecay(0.5, 100, 0.1, staircase=True),
    ),
    "inverse time": (0.5 / (1 + 2 * step / 100), keras.InverseTimeDecay(0.5, 100, 2.0)),
    "polynomial": (0.01 + 0.49 * (1 - part) ** 2, keras.PolynomialDecay(0.5, 100, 0.01, power=2)),
    "cosine": (
        0.5 * (0.1 + 0.9 * (1 + np.cos(np.pi * part)) / 2),
        keras.CosineDecay(0.5, 100, 0.1),
    ),
    "piecewise": (
        np.where(step <= 100, 0.5, 0.05),
        keras.PiecewiseConstantDecay([100], [0.5, 0.05]),
    ),
}
for name, (by_hand, schedule) in pairs.items():
    rates = schedule(step).numpy()
    print(f"{name}: step 50 {rates[50]:.4f}, step 150 {rates[150]:.4f},", end=" ")
    print(f"differs by less than 1e-6: {np.all(abs(by_hand - rates) < 1e-6)}")
