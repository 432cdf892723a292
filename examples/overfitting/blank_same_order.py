"""Shuffle iris, which is sorted by species, before `validation_split` takes its end.

Run it: nox -s run -- examples/overfitting/blank_same_order.py
"""

import numpy as np
from sklearn.datasets import load_iris

x, y = load_iris(return_X_y=True)
flower = {row.tobytes(): kind for row, kind in zip(x, y)}
rng = np.random.default_rng(1)
order = rng.permutation(len(x))
x, y = __1__

kinds = len(set(y[-30:]))  # what validation_split=0.2 takes
kept = np.mean([flower[row.tobytes()] == kind for row, kind in zip(x, y)])
print(f"{kinds} kinds among the last 30, {kept:.0%} of the flowers have their own name")
