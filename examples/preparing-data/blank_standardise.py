"""Fill in what brings three judges to one scale.

Run it: nox -s run -- examples/preparing-data/blank_standardise.py
"""

import numpy as np

points = np.array([[4.0, 70.0, 6500.0], [6.0, 40.0, 5000.0], [8.0, 55.0, 8000.0]])
prepared = (points - __1__) / __2__

print("means:  ", prepared.mean(axis=0).round(2).tolist())
print("spreads:", prepared.std(axis=0).round(2).tolist())
