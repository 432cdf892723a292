"""Look for the rate that has, with single sounds, the noise of a rate of 0.5 with four.

Run it: nox -s run -- examples/learning-rate-schedules/test_batch.py
"""

import numpy as np


def floor(rate, batch=1):
    """Return how far a string typically stays from its note, by the formula and by a run."""
    rng = np.random.default_rng(1)
    pitch = np.full(4000, 440.0)
    for _turn in range(200):
        pitch += rate * (440 - pitch + rng.normal(scale=5.0 / np.sqrt(batch), size=4000))
    return 5 * np.sqrt(rate / (2 - rate) / batch), pitch.std()


formula, goal = floor(0.5, batch=4)
print(f"rate 0.5, batch 4: formula {formula:.2f}, run {goal:.2f} Hz")
apart = {}
for rate in (0.03, 0.15, 0.25):
    formula, run = floor(rate)
    apart[rate] = abs(run - goal)
    print(f"rate {rate}, batch 1: formula {formula:.2f}, run {run:.2f} Hz")
print("Nearest:")
print(min(apart, key=apart.get))
