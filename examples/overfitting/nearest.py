"""Keep every card, and answer a new one with the back of the most similar card.

Twenty packs of 200 cards, 1000 new cards each.
Run it: nox -s run -- examples/overfitting/nearest.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20
CARDS = 200
CHOICES = {"About 10%": 0.10, "About 50%": 0.50, "About 75%": 0.75, "About 95%": 0.95}

images, digits = load_digits(return_X_y=True)
images = images / 16


def nearest(fronts, backs, asked):
    """Return the back of the card with the smallest squared difference of pixels."""
    distance = (fronts**2).sum(axis=1) - 2 * asked @ fronts.T  # all that differs
    return backs[distance.argmin(axis=1)]


known, new, shuffled = [], [], []
for seed in range(PACKS):
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(images))
    cards, others = order[:CARDS], order[CARDS : CARDS + 1000]
    fronts, backs = images[cards], digits[cards]
    known.append(np.mean(nearest(fronts, backs, fronts) == backs))
    new.append(np.mean(nearest(fronts, backs, images[others]) == digits[others]))
    said = nearest(fronts, rng.permutation(backs), images[others])
    shuffled.append(np.mean(said == digits[others]))
print(f"training cards: {min(known):.1%} in each of {PACKS} packs")
print(f"new cards: median {np.median(new):.1%}, from {min(new):.1%} to {max(new):.1%}")
print(f"new cards, learned from shuffled backs: median {np.median(shuffled):.1%}")
print("Of the new cards it gets right:")
print(min(CHOICES, key=lambda choice: abs(CHOICES[choice] - np.median(new))))
