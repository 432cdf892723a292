"""Print the logs of four trainings, and what each gains if its rate shrinks ten times as late.

Run it: nox -s run -- examples/learning-rate-schedules/four_logs.py
"""

import numpy as np

SEED = 1
TURNS = 100


def tune(start, decay_steps):
    """Return the losses of 1000 strings, after each turn, and the last rate."""
    rng = np.random.default_rng(SEED)
    pitch, losses = np.full(1000, 380.0), []
    for turn in range(TURNS):
        rate = start * (1 + np.cos(np.pi * min(turn / decay_steps, 1))) / 2
        pitch += rate * (440 - pitch + rng.normal(scale=5.0, size=1000))
        losses.append(np.mean((440 - pitch) ** 2))
    return losses, rate


trainings = {"A": (0.5, 1e9), "B": (0.1, 20), "C": (0.5, 100), "D": (0.02, 1e9)}
gain = {}
for name, (start, decay_steps) in trainings.items():
    losses, rate = tune(start, decay_steps)
    later, _rate = tune(start, 10 * decay_steps)
    gain[name] = losses[-1] / later[-1]
    print(
        f"{name}: turn 10 {losses[9]:.1f}, turn 50 {losses[49]:.1f}, turn 100 {losses[-1]:.2f},",
        end=" ",
    )
    print(f"last rate {rate:.2f}; ten times as late {later[-1]:.2f}")
print("The most is gained by shrinking later in")
print(max(trainings, key=lambda name: gain[name]))
