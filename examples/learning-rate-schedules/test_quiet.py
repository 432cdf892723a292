"""Tune in a quiet room for 30 turns, with three kinds of rate.

Run it: nox -s run -- examples/learning-rate-schedules/test_quiet.py
"""

import numpy as np

turn = np.arange(30)
kinds = {
    "Constant": np.full(30, 0.5),
    "Cosine to 0": 0.25 * (1 + np.cos(np.pi * turn / 30)),
    "Halved each turn": 0.5 * 0.5**turn,
}
left = {name: 60 * np.prod(1 - rates) for name, rates in kinds.items()}
for name, hertz in left.items():
    print(f"{name}: {hertz:.1e} Hz left")
print(min(kinds, key=lambda name: left[name]))
