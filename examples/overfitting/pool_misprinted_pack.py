"""Answer with the back of the most similar card, where a fifth of the backs is wrong.

Twenty packs of 200 cards, 40 of them misprinted.
Run it: nox -s run -- examples/overfitting/pool_misprinted_pack.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20
MISPRINTS = 40
CHOICES = {"About 95%": 0.95, "About 75%": 0.75, "About 55%": 0.55, "About 20%": 0.20}

images, digits = load_digits(return_X_y=True)
shares, known = [], []
for seed in range(PACKS):
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(images))
    kept, new = order[:200], order[200:]
    backs = digits[kept].copy()
    backs[:MISPRINTS] = (backs[:MISPRINTS] + rng.integers(1, 10, MISPRINTS)) % 10
    size = (images[kept] ** 2).sum(axis=1)
    nearest = (size - 2 * images[new] @ images[kept].T).argmin(axis=1)
    shares.append(np.mean(backs[nearest] == digits[new]))
    known.append(np.mean(digits[kept][nearest] == digits[new]))
print(f"with true backs {np.median(known):.1%}, with misprints {np.median(shares):.1%}", end=", ")
print(f"from {min(shares):.1%} to {max(shares):.1%}")
print("Of the new cards it gets right:")
print(min(CHOICES, key=lambda choice: abs(CHOICES[choice] - np.median(shares))))
