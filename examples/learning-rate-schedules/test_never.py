"""Multiply what each turn leaves of the distance, over a million turns.

Run it: nox -s run -- examples/learning-rate-schedules/test_never.py
"""

import numpy as np

turn = np.arange(1_000_000)
left = {}
for name, rates in {
    "Constant 0.001": np.full(len(turn), 0.001),
    "0.5 / (turn + 1)": 0.5 / (turn + 1),
    "0.5, times 0.9 each turn": 0.5 * 0.9**turn,
}.items():
    left[name] = [60 * np.prod(1 - rates[:turns]) for turns in (1000, len(turn))]
    print(
        f"{name}: {left[name][0]:.3f} Hz left after 1000 turns, {left[name][1]:.3f} after a million"
    )
print("A thousand times as many turns remove nothing with:")
print(max(left, key=lambda name: left[name][1] / left[name][0]))
