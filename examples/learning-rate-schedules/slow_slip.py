"""Tune a string that slips slowly, with four kinds of rate.

Run it: nox -s run -- examples/learning-rate-schedules/slow_slip.py
"""

import numpy as np

SEED = 1
turn = np.arange(200)
fall = (1 + np.cos(np.pi * turn / 200)) / 2
kinds = {
    "Constant 0.5": np.full(200, 0.5),
    "Cosine from 0.5 to 0.2": 0.2 + 0.3 * fall,
    "Cosine from 0.5 to 0": 0.5 * fall,
    "1 / (turn + 1)": 1 / (turn + 1),
}
off = {}
for name, rates in kinds.items():
    rng = np.random.default_rng(SEED)
    pitch = np.full(1000, 380.0)
    for rate in rates:
        pitch += rate * (440 - pitch + rng.normal(scale=5.0, size=1000)) - 0.2
    off[name] = np.mean(abs(pitch - 440))
    print(f"{name}: off by {off[name]:.2f} Hz")
print("The nearest:")
print(min(kinds, key=lambda name: off[name]))
