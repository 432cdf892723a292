"""Mend pool_writers.py, one suspicion at a time, with twenty packs each.

Run it: nox -s run -- examples/overfitting/pool_writers_mends.py
"""

import numpy as np

PACKS = 20


def right(seed, held_back=100, noise=0.3, by_writer=False, writers=40):
    """Return the share of the validation cards that is right."""
    rng = np.random.default_rng(seed)
    writer = np.repeat(np.arange(writers), 10)
    cards = len(writer)
    fronts = rng.normal(size=(writers, 12))[writer] + noise * rng.normal(size=(cards, 12))
    backs = rng.integers(0, 2, writers)[writer]
    order = np.arange(cards) if by_writer else rng.permutation(cards)  # whole writers, or cards
    kept, new = order[:-held_back], order[-held_back:]
    size = (fronts[kept] ** 2).sum(axis=1)
    said = backs[kept][(size - 2 * fronts[new] @ fronts[kept].T).argmin(axis=1)]
    return np.mean(said == backs[new])


mends = {
    "Too few cards are held back": dict(held_back=200),
    "There are too few writers": dict(writers=80),
    "The cards are too clean": dict(noise=0.5),
    "The same writers are in both parts": dict(by_writer=True),
}
medians = {}
for fault, mend in {"as it was": {}, **mends}.items():
    medians[fault] = np.median([right(seed, **mend) for seed in range(PACKS)])
    print(f"{medians[fault]:.1%}: {fault}")
print("Nearest to a coin once this was mended:")
print(min(mends, key=lambda fault: abs(medians[fault] - 0.5)))
