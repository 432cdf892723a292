"""Tune 1000 strings with six constant rates and with a shrinking one, in few turns and in many.

Run it: nox -s run -- examples/learning-rate-schedules/one_rate.py
"""

import numpy as np

SEED = 1
RATES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)


def off(rates):
    """Return how far the strings are from 440 hertz after these turns, on average."""
    rng = np.random.default_rng(SEED)
    pitch = np.full(1000, 380.0)
    for rate in rates:
        pitch += rate * (440 - pitch + rng.normal(scale=5.0, size=1000))
    return np.mean(abs(pitch - 440))


def cosine(turns, start=0.5):
    """Return rates that shrink from `start` to 0 in so many turns."""
    return start * (1 + np.cos(np.pi * np.arange(turns) / turns)) / 2


for turns in (30, 100, 1000):
    ends = {rate: off(np.full(turns, rate)) for rate in RATES}
    print(f"{turns} turns:")
    for rate, end in ends.items():
        print(f"  constant {rate}: off by {end:.2f} Hz")
    print(f"  shrinking from 0.5: off by {off(cosine(turns)):.2f} Hz")
print("Of these constant rates, for 1000 turns:")
print(min(RATES, key=lambda rate: ends[rate]))
