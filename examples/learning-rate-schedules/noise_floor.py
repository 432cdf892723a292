"""Hold the formula of the noise floor against 2000 strings.

Run it: nox -s run -- examples/learning-rate-schedules/noise_floor.py
"""

import numpy as np

NOISE = 5.0
rng = np.random.default_rng(1)
for rate, batch in ((0.5, 1), (0.25, 1), (0.05, 1), (0.5, 4), (0.5, 16)):
    pitch = np.full(2000, 440.0)
    for _turn in range(200):
        heard_wrong = rng.normal(scale=NOISE / np.sqrt(batch), size=2000)  # mean of a batch
        pitch += rate * (440 - pitch + heard_wrong)
    formula = NOISE * np.sqrt(rate / (2 - rate) / batch)
    print(f"rate {rate}, batch {batch}: formula {formula:.2f}, run {pitch.std():.2f}")
