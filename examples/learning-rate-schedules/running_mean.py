"""Turn by 1, 1/2, 1/3 and so on of what you hear, and get the mean of all you have heard.

Run it: nox -s run -- examples/learning-rate-schedules/running_mean.py
"""

import numpy as np

rng = np.random.default_rng(1)
sounds = rng.normal(440.0, 5.0, size=(100, 1000))  # 100 measurements of 1000 notes
pitch = np.full(1000, 380.0)
for step, heard in enumerate(sounds):
    pitch += (heard - pitch) / (step + 1)
print(f"largest difference from NumPy's mean: {np.max(abs(pitch - sounds.mean(axis=0))):.0e}")
formula = 5 * np.sqrt(2 / np.pi / 100)
print(f"off by {np.mean(abs(pitch - 440)):.3f} Hz on average, formula {formula:.3f}")
print(f"what is left of the start: {np.prod(1 - 1 / (np.arange(100) + 1)):.1f}")
