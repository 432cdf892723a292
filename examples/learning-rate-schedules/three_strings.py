"""Tune in a noisy room, in a quiet one, and a string that slips, with two kinds of rate.

Run it: nox -s run -- examples/learning-rate-schedules/three_strings.py
"""

import numpy as np

SEED = 1
turns = np.arange(100)
rates = {"constant": np.full(100, 0.5), "shrinking": 0.25 * (1 + np.cos(np.pi * turns / 100))}
strings = {"noisy room": (5.0, 0.0), "quiet room": (0.0, 0.0), "slipping string": (5.0, 1.0)}


def off(rate, noise, slip):
    """Return how far 1000 strings are from 440 hertz after 100 turns, on average."""
    rng = np.random.default_rng(SEED)
    pitch = np.full(1000, 380.0)
    for turn in turns:
        pitch += rate[turn] * (440 - pitch + rng.normal(scale=noise, size=1000))
        pitch -= slip  # the string slackens, at each turn
    return np.mean(abs(pitch - 440))


for where, (noise, slip) in strings.items():
    ends = {name: off(rate, noise, slip) for name, rate in rates.items()}
    print(f"{where}: constant {ends['constant']:.2f}, shrinking {ends['shrinking']:.2f}")
