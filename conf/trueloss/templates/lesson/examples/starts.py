"""Train from twenty random starts at once, and count how many come close.

Run it: nox -s run -- examples/template-lesson/starts.py
"""

import numpy as np

SEEDS = 20
STEPS = 3

# One start per seed; from here on all twenty are trained in one array.
weights = np.array([np.random.default_rng(seed).uniform(-6.0, 6.0) for seed in range(SEEDS)])
for _step in range(STEPS):
    weights -= 0.25 * 2 * (weights - 3.0)
losses = (weights - 3.0) ** 2

print(f"losses: median {np.median(losses):.2f}")
print(f"losses: largest {losses.max():.2f}")
print(f"{np.sum(losses < 0.5)} of {SEEDS}")
