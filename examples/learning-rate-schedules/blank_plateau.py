"""Halve the rate whenever the loss has not improved for three epochs.

Run it: nox -s run -- examples/learning-rate-schedules/blank_plateau.py
"""

import numpy as np

rng = np.random.default_rng(1)
pitch, rate, best, waited = np.full(1000, 380.0), 0.05, np.inf, 0
for _epoch in range(60):
    squared = []
    for _turn in range(10):
        heard = 440 - pitch + rng.normal(scale=5.0, size=1000)
        squared.append(np.mean(heard**2))
        pitch += rate * heard
    loss = np.mean(squared)
    if __1__:
        best, waited = loss, 0
    else:
        waited += 1
    if waited == 3:
        rate, waited = __2__, 0
off = np.mean(abs(pitch - 440))
print(f"last rate {rate:.4f}, off by {off:.2f} Hz")
