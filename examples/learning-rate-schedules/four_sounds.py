"""Correct by the mean of several sounds, with a constant rate of 0.5.

Run it: nox -s run -- examples/learning-rate-schedules/four_sounds.py
"""

import numpy as np

SEED = 1


def off(batch):
    """Return how far 1000 strings are from 440 hertz after 100 turns, on average."""
    rng = np.random.default_rng(SEED)
    pitch = np.full(1000, 380.0)
    for _turn in range(100):
        heard = 440 - pitch + rng.normal(scale=5.0, size=(batch, 1000))
        pitch += 0.5 * heard.mean(axis=0)
    return np.mean(abs(pitch - 440))


for batch in (1, 2, 4, 16):
    print(f"{batch} sounds a turn: off by {off(batch):.2f} Hz")
options = {"About 2.3 Hz": 1, "About 1.2 Hz": 1 / 2, "About 0.6 Hz": 1 / 4}
share = off(4) / off(1)
print(min(options, key=lambda option: abs(options[option] - share)))
