"""Read cards of 40 writers, ten from each, after a random split.

Each writer has a style of their own, and a coin decided what stands on all their backs.
Run it: nox -s run -- examples/overfitting/pool_writers.py
"""

import numpy as np

rng = np.random.default_rng(1)
writer = np.repeat(np.arange(40), 10)
fronts = rng.normal(size=(40, 12))[writer] + 0.3 * rng.normal(size=(400, 12))
backs = rng.integers(0, 2, 40)[writer]

order = rng.permutation(400)
kept, new = order[:300], order[300:]
size = (fronts[kept] ** 2).sum(axis=1)
said = backs[kept][(size - 2 * fronts[new] @ fronts[kept].T).argmin(axis=1)]
print(f"validation cards right: {np.mean(said == backs[new]):.0%}")
