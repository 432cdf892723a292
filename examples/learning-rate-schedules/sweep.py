"""Tune with five kinds of rate, five start rates and three rooms; a thousand strings each.

Run it: nox -s run -- examples/learning-rate-schedules/sweep.py
"""

import numpy as np

TURNS, EVERY = 100, 4
turn = np.arange(TURNS)
kinds = {
    "constant": np.ones(TURNS),
    "half way to a tenth": np.where(turn < TURNS / 2, 1, 0.1),
    "cosine": (1 + np.cos(np.pi * turn / TURNS)) / 2,
    "1 / (turn + 1)": 1 / (turn + 1),
    "times 0.8 each turn": 0.8**turn,
}
drawn = np.random.default_rng(1).normal(size=(TURNS, 1000))
runs = {}
for kind, shares in kinds.items():
    for start in (0.02, 0.1, 0.5, 1.0, 1.5):
        for noise in (0, 5, 20):
            pitch, off = np.full(1000, 380.0), []
            for number in range(TURNS):
                if number % EVERY == 0:
                    off.append(np.mean(abs(pitch - 440)))
                pitch += start * shares[number] * (440 - pitch + noise * drawn[number])
            off.append(np.mean(abs(pitch - 440)))
            columns = {"turn": EVERY * np.arange(len(off)), "off by": off}
            runs[kind, start, noise] = columns
within = {kind: sum(r["off by"][-1] < 2 for k, r in runs.items() if k[0] == kind) for kind in kinds}
print(f"{len(runs)} settings, 15 of each kind; within 2 hertz at the end:")
for kind, count in within.items():
    print(f"  {kind}: {count}")
