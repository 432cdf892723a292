"""Work out how far apart two equally good pupils are in an exam of 100 cards.

Each card is right with a chance of 90%, for both. The formula is exact; nothing is drawn.
Run it: nox -s run -- examples/overfitting/exam_size.py
"""

from math import comb

import numpy as np

CHANCE = 0.9
POINTS = 2
CHOICES = {"In about 5%": 0.05, "In about 25%": 0.25, "In about 70%": 0.70, "In all": 1.0}


def share_apart(cards, least):
    """Return the share of pairs whose results differ by this many cards or more."""
    right = range(cards + 1)
    chances = np.array([comb(cards, n) * CHANCE**n * (1 - CHANCE) ** (cards - n) for n in right])
    pairs = np.outer(chances, chances)
    apart = np.abs(np.subtract.outer(right, right))
    return pairs[apart >= least].sum()


for cards in (50, 100, 400, 1000):
    apart = share_apart(cards, POINTS * cards // 100)
    print(f"exam of {cards:4} cards: {apart:.1%} of pairs are {POINTS} points apart or more")
share = share_apart(100, POINTS)
print("Two points or more apart in an exam of 100 cards:")
print(min(CHOICES, key=lambda choice: abs(CHOICES[choice] - share)), "of such pairs")
