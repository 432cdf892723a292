"""Find rates for a noise floor, from 2000 strings that are turned 3000 times.

Run it: nox -s run -- examples/learning-rate-schedules/test_floor.py
"""

import numpy as np


def floor(rate):
    """Return how far a string typically stays from its note, in a noisy room."""
    rng = np.random.default_rng(1)
    pitch = np.full(2000, 440.0)
    for _turn in range(3000):
        pitch += rate * (440 - pitch + rng.normal(scale=5.0, size=2000))
    return pitch.std()


goal = floor(0.04) / 2
rates = {rate: floor(rate) for rate in (0.02, 0.01, 0.001)}
print(f"rate 0.04: {2 * goal:.2f} Hz")
for rate, end in rates.items():
    print(f"rate {rate}: {end:.2f} Hz")
print("Nearest to half:")
print(min(rates, key=lambda rate: abs(rates[rate] - goal)))
