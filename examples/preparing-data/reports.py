"""Four teams prepare new patients; look at the means and spreads of what they got.

scikit-learn's breast cancer data: 400 patients to learn from, 169 new ones.
Run it: nox -s run -- examples/preparing-data/reports.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

SEED = 1

features, labels = load_breast_cancer(return_X_y=True)
order = np.random.default_rng(SEED).permutation(len(labels))
old, new = features[order[:400]], features[order[400:]]
mean, std = old.mean(axis=0), old.std(axis=0)
mixed = new.copy()
mixed[:, 0] *= 10.0  # the radius in another unit
teams = {
    "Team A": (new - mean) / std,
    "Team B": (new - new.mean(axis=0)) / new.std(axis=0),
    "Team C": (mixed - mean) / std,
    "Team D": new / std,
}
print("the column farthest off: mean     spread")
far = {}
for team, prepared in teams.items():
    means, spreads = prepared.mean(axis=0), prepared.std(axis=0)
    far[team] = np.abs(means).max() + np.abs(spreads - 1).max()
    print(f"{team}{np.abs(means).max():23.2f}{spreads[np.abs(spreads - 1).argmax()]:11.2f}")
print("Exactly 0 and 1 in every column:")
print(min(far, key=far.get))
