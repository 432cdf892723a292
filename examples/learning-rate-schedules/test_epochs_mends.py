"""Mend test_epochs.py, one suspicion at a time, for a thousand strings each.

Run it: nox -s run -- examples/learning-rate-schedules/test_epochs_mends.py
"""

import numpy as np


def off(start=0.1, decay_steps=10, epochs=10, noise=5.0):
    """Return how far the strings are from 440 hertz in the end, on average."""
    rng = np.random.default_rng(1)
    pitch = np.full(1000, 380.0)
    for step in range(15 * epochs):
        rate = start * (1 + np.cos(np.pi * min(step / decay_steps, 1))) / 2
        pitch += rate * (440 - pitch + rng.normal(scale=noise, size=1000))
    return np.mean(abs(pitch - 440))


mends = {
    "The start rate is too small": dict(start=0.2),
    "`decay_steps` is the number of epochs": dict(decay_steps=150),
    "There are too few epochs": dict(epochs=50),
    "The room is too noisy": dict(noise=0.0),
}
ends = {suspicion: off(**mend) for suspicion, mend in mends.items()}
for suspicion, end in {"as it was": off(), **ends}.items():
    print(f"{suspicion}: off by {end:.1f} Hz")
print("Within 2 hertz after this mend:")
print(*[suspicion for suspicion, end in ends.items() if end < 2])
