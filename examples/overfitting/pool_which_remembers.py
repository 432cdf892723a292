"""Print which of three pupils loses most from training cards to new cards, in twenty packs.

Run it: nox -s run -- examples/overfitting/pool_which_remembers.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20

images, digits = load_digits(return_X_y=True)
results = {name: [] for name in ("Pupil A", "Pupil B", "Pupil C")}
for seed in range(PACKS):
    order = np.random.default_rng(seed).permutation(len(images))
    kept, new = order[:200], order[200:700]
    averages = np.array([images[kept][digits[kept] == digit].mean(axis=0) for digit in range(10)])
    for name, fronts, backs in (
        ("Pupil A", averages, np.arange(10)),  # keeps the average front of each digit
        ("Pupil B", images[kept], digits[kept]),  # keeps every card, says the most similar
    ):
        size = (fronts**2).sum(axis=1)
        said = backs[(size - 2 * images[order[:700]] @ fronts.T).argmin(axis=1)]
        hits = said == digits[order[:700]]
        results[name].append([hits[:200].mean(), hits[200:].mean()])
    unknown = np.mean(digits[new] == np.bincount(digits[kept]).argmax())
    results["Pupil C"].append([1.0, unknown])  # knows its cards, else says the commonest
lost = {}
for name, pairs in results.items():
    known, right = np.median(pairs, axis=0)
    lost[name] = known - right
    print(f"{name}: training cards {known:.1%}, new cards {right:.1%}")
print("Loses most:")
print(max(lost, key=lost.get))
