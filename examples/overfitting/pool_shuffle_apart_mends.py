"""Mend pool_shuffle_apart.py, one suspicion at a time, with ten shuffles each.

Run it: nox -s run -- examples/overfitting/pool_shuffle_apart_mends.py
"""

import numpy as np
from sklearn.datasets import load_digits

SHUFFLES = 10


def right(seed, cards=1000, scale=1, together=False):
    """Return the share of new cards that is right."""
    rng = np.random.default_rng(seed)
    x, y = load_digits(return_X_y=True)
    x = x / scale
    order = rng.permutation(len(x))
    x, y = (x[order], y[order]) if together else (x[order], rng.permutation(y))
    size = (x[:cards] ** 2).sum(axis=1)
    said = y[:cards][(size - 2 * x[cards:] @ x[:cards].T).argmin(axis=1)]
    return np.mean(said == y[cards:])


mends = {
    "It keeps too few cards": dict(cards=1500),
    "The pixels should be scaled to the range from 0 to 1": dict(scale=16),
    "Fronts and backs are shuffled apart": dict(together=True),
}
medians = {}
for fault, mend in {"as it was": {}, **mends}.items():
    medians[fault] = np.median([right(seed, **mend) for seed in range(SHUFFLES)])
    print(f"{medians[fault]:.1%}: {fault}")
print("Most cards are right once this was mended:")
print(max(mends, key=medians.get))
