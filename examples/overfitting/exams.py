"""Give one pupil 300 exams of 50 cards, and see how far the results spread.

The pupil has kept 200 cards, and answers with the back of the most similar one.
Run it: nox -s run -- examples/overfitting/exams.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
EXAMS, CARDS = 300, 50

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permutation(len(images))
kept, others = order[:200], order[200:]
size = (images[kept] ** 2).sum(axis=1)
said = digits[kept][(size - 2 * images[others] @ images[kept].T).argmin(axis=1)]
right = said == digits[others]
results = 100 * np.array([rng.choice(right, CARDS, replace=False).mean() for _ in range(EXAMS)])
print(f"of all {len(others)} new cards it reads {right.mean():.1%}")
print(f"in exams of {CARDS} cards: from {results.min():.0f}% to {results.max():.0f}%")
