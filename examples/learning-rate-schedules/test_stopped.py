"""Plan a cosine for 50, 100 or 1000 turns, and stop after 50.

Run it: nox -s run -- examples/learning-rate-schedules/test_stopped.py
"""

import numpy as np

SEED = 1
off = {}
for name, planned in (("Planned for 50", 50), ("Planned for 100", 100), ("Planned for 1000", 1000)):
    rng = np.random.default_rng(SEED)
    pitch = np.full(1000, 380.0)
    for turn in range(50):
        rate = 0.25 * (1 + np.cos(np.pi * turn / planned))
        pitch += rate * (440 - pitch + rng.normal(scale=5.0, size=1000))
    off[name] = np.mean(abs(pitch - 440))
    print(f"{name}: last rate {rate:.3f}, off by {off[name]:.2f} Hz")
print("The nearest:")
print(min(off, key=off.get))
