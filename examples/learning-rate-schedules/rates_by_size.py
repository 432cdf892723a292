"""Shrink the rate, or enlarge the batch, half way; count the turns and the sounds heard.

Run it: nox -s run -- examples/learning-rate-schedules/rates_by_size.py
"""

import numpy as np

SEED = 1
plans = {  # rate and batch of the first 50 turns, then of the last 50
    "neither": ((0.5, 1), (0.5, 1)),
    "smaller rate": ((0.5, 1), (0.05, 1)),
    "larger batch": ((0.5, 1), (0.5, 13)),
}
for name, halves in plans.items():
    rng = np.random.default_rng(SEED)
    pitch, heard = np.full(2000, 380.0), 0
    for rate, batch in halves:
        for _turn in range(50):
            wrong = rng.normal(scale=5.0 / np.sqrt(batch), size=2000)  # the mean of a batch
            pitch += rate * (440 - pitch + wrong)
            heard += batch
    print(f"{name}: off by {np.mean(abs(pitch - 440)):.2f} Hz, {heard} sounds heard")
