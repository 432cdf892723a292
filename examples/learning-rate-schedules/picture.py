"""Draw the pitch of one string in a noisy room, with a constant rate and a shrinking one.

Run it: nox -s run -- examples/learning-rate-schedules/picture.py
"""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(1)
noise = rng.normal(scale=5.0, size=60)
figure, axes = plt.subplots(figsize=(7, 2.8))
for name, shrink in (("constant rate", False), ("shrinking rate", True)):
    pitch, path = 400.0, []
    for turn in range(60):
        path.append(pitch)
        rate = 0.7 / (1 + turn / 3) if shrink else 0.7
        pitch += rate * (440 - pitch + noise[turn])
    axes.plot(path, label=name, marker="." if shrink else "x", markersize=5)
axes.axhline(440, color="gray", linewidth=1)
axes.set_xlabel("turns of the peg")
axes.set_ylabel("pitch in hertz")
axes.legend(loc="lower right")
plt.show()
