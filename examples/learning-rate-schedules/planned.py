"""Plan the rate for a number of turns, and stop earlier.

Run it: nox -s run -- examples/learning-rate-schedules/planned.py
"""

import numpy as np

SEED = 1
for planned, taken in ((100, 100), (100, 80), (100, 50), (50, 50)):
    rng = np.random.default_rng(SEED)
    pitch = np.full(1000, 380.0)
    for turn in range(taken):
        rate = 0.25 * (1 + np.cos(np.pi * turn / planned))
        pitch += rate * (440 - pitch + rng.normal(scale=5.0, size=1000))
    off = np.mean(abs(pitch - 440))
    print(
        f"planned for {planned}, stopped after {taken}: last rate {rate:.3f}, off by {off:.2f} Hz"
    )
