"""Compare a constant rate and a cosine at half time, and at the end.

Run it: nox -s run -- examples/learning-rate-schedules/half_time.py
"""

import numpy as np

SEED = 1
noise = np.random.default_rng(SEED).normal(scale=5.0, size=(100, 1000))
cosine = 0.25 * (1 + np.cos(np.pi * np.arange(100) / 100))
off = {}
for name, rates in (("constant", np.full(100, 0.1)), ("cosine", cosine)):
    pitch = np.full(1000, 380.0)
    for turn, rate in enumerate(rates, 1):
        pitch += rate * (440 - pitch + noise[turn - 1])
        off[name, turn] = np.mean(abs(pitch - 440))
    print(
        f"{name}: off by {off[name, 50]:.2f} Hz at turn 50, by {off[name, 100]:.2f} Hz at the end"
    )
nearer = [min(("constant", "cosine"), key=lambda name: off[name, turn]) for turn in (50, 100)]
verdicts = {
    ("constant", "constant"): "The constant rate, both times",
    ("cosine", "cosine"): "The cosine, both times",
    ("constant", "cosine"): "The constant rate at half time, the cosine at the end",
    ("cosine", "constant"): "The cosine at half time, the constant rate at the end",
}
print(verdicts[tuple(nearer)])
