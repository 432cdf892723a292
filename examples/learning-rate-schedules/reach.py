"""Multiply what each turn leaves of the distance, and let a string try it in a quiet room.

Run it: nox -s run -- examples/learning-rate-schedules/reach.py
"""

import numpy as np

turn = np.arange(1000)
schedules = {
    "constant 0.01": np.full(1000, 0.01),
    "cosine from 0.01": 0.005 * (1 + np.cos(np.pi * turn / 1000)),
    "0.5, halved each turn": 0.5 * 0.5**turn,
    "0.5, times 0.8 each turn": 0.5 * 0.8**turn,
    "0.5 / (turn + 1)": 0.5 / (turn + 1),
}
for name, rates in schedules.items():
    pitch = 380.0
    for rate in rates:
        pitch += rate * (440 - pitch)
    left = 60 * np.prod(1 - rates)
    print(f"{name}: sum {rates.sum():.2f}, formula leaves {left:.4f}, run leaves {440 - pitch:.4f}")
