"""Double the number of cards again and again, and print which doubling helps most.

The pupil answers with the back of the most similar card that it has; twenty packs.
Run it: nox -s run -- examples/overfitting/pool_more_cards.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20

images, digits = load_digits(return_X_y=True)


def right(cards, seed):
    """Return the share of 500 new cards that is right."""
    order = np.random.default_rng(seed).permutation(len(images))
    kept, new = order[:cards], order[-500:]
    size = (images[kept] ** 2).sum(axis=1)
    said = digits[kept][(size - 2 * images[new] @ images[kept].T).argmin(axis=1)]
    return np.mean(said == digits[new])


gains = {}
for cards in (20, 80, 320):
    before, after = (np.array([right(n, s) for s in range(PACKS)]) for n in (cards, 2 * cards))
    gains[f"From {cards} to {2 * cards}"] = np.median(after - before)
    print(f"{cards:3} cards {np.median(before):.1%}, {2 * cards:3} cards {np.median(after):.1%}")
print("The doubling that gains most:")
print(max(gains, key=gains.get))
