"""Tune one string 300 times, at a constant rate and a shrinking one; note the last pitch.

Run it: nox -s run -- examples/learning-rate-schedules/last_pitches.py
"""

import numpy as np

rng = np.random.default_rng(1)
pitch, settled = np.full(300, 380.0), np.full(300, 380.0)
for turn in range(100):
    wrong = rng.normal(scale=5.0, size=300)
    pitch += 0.5 * (440 - pitch + wrong)
    settled += 0.25 * (1 + np.cos(np.pi * turn / 100)) * (440 - settled + wrong)
for name, ends in (("constant", pitch), ("shrinking", settled)):
    print(f"{name}: from {ends.min():.1f} to {ends.max():.1f},", end=" ")
    print(f"within 1 hertz {np.sum(abs(ends - 440) < 1)} of 300")
