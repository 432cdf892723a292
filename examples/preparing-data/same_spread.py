"""Prepare three columns in four ways, and compare the standard deviations of the results.

Run it: nox -s run -- examples/preparing-data/same_spread.py
"""

import numpy as np

SEED = 1
rng = np.random.default_rng(SEED)
points = rng.normal(size=(200, 3)) * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]

ways = {
    "Divide every number by 10000": points / 10000.0,
    "Subtract from each column its mean": points - points.mean(axis=0),
    "Divide each row by its sum": points / points.sum(axis=1, keepdims=True),
    "Divide each column by its standard deviation": points / points.std(axis=0),
}
times = {}
for way, prepared in ways.items():
    spread = prepared.std(axis=0)
    times[way] = spread.max() / spread.min()
    print(f"{way}: largest spread {times[way]:.1f} times the smallest of {spread.min():.3g}")
print("The most alike:")
print(min(times, key=times.get))
