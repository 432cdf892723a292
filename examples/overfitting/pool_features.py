"""Choose 20 of 2000 meaningless measurements before the split, and after it.

Half of the backs say heads and half tails, in random order. The pupil compares with the
average card of each side.
Run it: nox -s run -- examples/overfitting/pool_features.py
"""

import numpy as np

REPEATS = 40
CARDS, MEASUREMENTS, CHOSEN = 100, 2000, 20
CHOICES = {"About 50%": 0.50, "About 65%": 0.65, "About 85%": 0.85}


def new_right(seed, peek):
    """Return the share of the 30 new cards that is right."""
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(CARDS, MEASUREMENTS)), rng.permutation(np.arange(CARDS) % 2)
    seen = slice(None) if peek else slice(70)  # all cards, or the training cards alone
    apart = x[seen][y[seen] == 1].mean(axis=0) - x[seen][y[seen] == 0].mean(axis=0)
    x = x[:, np.argsort(-np.abs(apart))[:CHOSEN]]
    known, coin = x[:70], y[:70]
    sides = [known[coin == side].mean(axis=0) for side in (0, 1)]
    distances = [((x[70:] - side) ** 2).sum(axis=1) for side in sides]
    return np.mean(np.argmin(distances, axis=0) == y[70:])


before, after = ([new_right(seed, peek) for seed in range(REPEATS)] for peek in (True, False))
print(f"chosen on all cards: {np.mean(before):.1%} of the new cards, on average")
print(f"chosen on the training cards: {np.mean(after):.1%}")
print("Chosen on all cards, it gets right of the new ones:")
print(min(CHOICES, key=lambda choice: abs(CHOICES[choice] - np.mean(before))))
