"""Keep the rate constant, and take the mean of the last 50 pitches.

Run it: nox -s run -- examples/learning-rate-schedules/mean_of_the_last.py
"""

import numpy as np

SEED = 1
rng = np.random.default_rng(SEED)
noise = rng.normal(scale=5.0, size=(100, 1000))


def tune(rates):
    """Return the pitches of 1000 strings, a row for each of 100 turns."""
    pitch, path = np.full(1000, 380.0), []
    for rate, heard_wrong in zip(rates, noise):
        pitch = pitch + rate * (440 - pitch + heard_wrong)
        path.append(pitch)
    return np.array(path)


constant = tune(np.full(100, 0.5))
shrinking = tune(0.25 * (1 + np.cos(np.pi * np.arange(100) / 100)))
ends = {
    "constant rate, last pitch": constant[-1],
    "shrinking rate, last pitch": shrinking[-1],
    "constant rate, mean of the last 50": constant[-50:].mean(axis=0),
    "constant rate, mean of all 100": constant.mean(axis=0),
}
off = {name: np.mean(abs(pitch - 440)) for name, pitch in ends.items()}
for name, value in off.items():
    print(f"{name}: off by {value:.2f} Hz")
print("The mean of the last 50 pitches of the constant rate is off by")
mean_off = off["constant rate, mean of the last 50"]
options = {"About 2.3 Hz": 2.3, "About 1.2 Hz": 1.2, "About 0.6 Hz": 0.6}
print(min(options, key=lambda option: abs(options[option] - mean_off)))
