"""Let four preparations see the test rows, in data where there is nothing to learn.

100 rows of 1000 random columns, and answers by coin flip; half of the rows are the test.
Far more right than half of the time comes of a leak. 100 such data sets.
Run it: nox -s run -- examples/preparing-data/leaks.py
"""

import numpy as np

SEED = 1
ROWS, COLUMNS, KEPT, SETS = 100, 1000, 20, 100
rng = np.random.default_rng(SEED)


def share_right(x, y):
    """Learn the middle of each class from the first half; sort the other half by the nearer one."""
    half = ROWS // 2
    ones = x[:half][y[:half]].mean(axis=0)
    zeros = x[:half][~y[:half]].mean(axis=0)
    nearer = ((x[half:] - ones) ** 2).sum(axis=1) < ((x[half:] - zeros) ** 2).sum(axis=1)
    return np.mean(nearer == y[half:])


def best_columns(x, y):
    """Return the columns whose means differ most between the answers."""
    apart = np.abs(x[y].mean(axis=0) - x[~y].mean(axis=0))
    return np.argsort(apart)[-KEPT:]


seen = {way: [] for way in ["nothing", "means", "range", "gaps", "choice"]}
for _ in range(SETS):
    x = rng.exponential(size=(ROWS, COLUMNS))
    y = rng.random(ROWS) < 0.5  # coin flips
    own = best_columns(x[: ROWS // 2], y[: ROWS // 2])  # chosen without the test rows
    gaps = np.where(rng.random(x.shape) < 0.1, np.nan, x)
    filled = np.where(np.isnan(gaps), np.nanmean(gaps, axis=0), gaps)
    ranged = (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0))
    seen["nothing"].append(share_right(x[:, own], y))
    seen["means"].append(share_right(((x - x.mean(axis=0)) / x.std(axis=0))[:, own], y))
    seen["range"].append(share_right(ranged[:, own], y))
    seen["gaps"].append(share_right(filled[:, own], y))
    seen["choice"].append(share_right(x[:, best_columns(x, y)], y))

names = {
    "nothing": "Nothing",
    "means": "The mean and the standard deviation of each column",
    "range": "The smallest and the largest value of each column",
    "gaps": "The means that fill gaps",
    "choice": "The choice of the 20 columns to keep",
}
for way, shares in seen.items():
    print(f"{names[way]}: {np.mean(shares):.1%} right, {min(shares):.0%} to {max(shares):.0%}")
print("The most, with the test rows seen:")
print(names[max(seen, key=lambda way: np.mean(seen[way]))])
