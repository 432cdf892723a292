"""Mend alone.py one suspicion at a time, in twenty contests.

Run it: nox -s run -- examples/preparing-data/alone_mends.py
"""

import numpy as np

SEED = 1
CONTESTS = 20


def prepare(cakes, mean, std):
    """Return the cakes, measured by this mean and standard deviation."""
    return (cakes - mean) / (std + 1e-7)


def share_right(seed, known=200, steps=100, rate=0.5, remember=False):
    """Return the share of 1000 new cakes that is sorted right, one by one."""
    rng = np.random.default_rng([SEED, seed])
    points = rng.normal(size=(known + 1000, 3))  # their scale does not matter: they are prepared
    sold_out = points.sum(axis=1) > 0
    old, new = points[:known], points[known:]
    mean, std = old.mean(axis=0), old.std(axis=0)
    x = prepare(old, mean, std)
    weights, bias = np.zeros(3), 0.0
    for step in range(steps):
        error = 0.5 + 0.5 * np.tanh((x @ weights + bias) / 2) - sold_out[:known]
        weights -= rate * error @ x / known
        bias -= rate * error.mean()
    if not remember:
        mean, std = new, 0 * new  # of a single cake: itself, and 0
    return np.mean((prepare(new, mean, std) @ weights + bias > 0) == sold_out[known:])


mends = {
    "It has learned from too few cakes": dict(known=2000),
    "It was trained for too few steps": dict(steps=1000),
    "The learning rate is too large": dict(rate=0.05),
    "Each new cake is measured by itself": dict(remember=True),
}
median = {}
for fault, mend in mends.items():
    shares = [share_right(contest, **mend) for contest in range(CONTESTS)]
    median[fault] = np.median(shares)
    print(f"{fault}: {median[fault]:.0%} right, {min(shares):.1%} to {max(shares):.1%}")
print("Sorts most once this was mended:")
print(max(median, key=median.get))
