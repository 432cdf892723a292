"""Work out how good the best of 20 equally good pupils looks in an exam of 100 cards.

Each card is right with a chance of 90%. The formula is exact; nothing is drawn.
Run it: nox -s run -- examples/overfitting/pool_best_of.py
"""

from math import comb

import numpy as np

CARDS, CHANCE, PUPILS = 100, 0.9, 20
CHOICES = {"About 90%": 0.90, "About 92%": 0.92, "About 95%": 0.95, "About 99%": 0.99}

right = np.arange(CARDS + 1)
chances = [comb(CARDS, int(n)) * CHANCE**n * (1 - CHANCE) ** (CARDS - n) for n in right]
at_most = np.cumsum(chances)
for pupils in (1, 5, PUPILS):
    best = np.sum(right * np.diff(at_most**pupils, prepend=0)) / CARDS
    print(f"best of {pupils:2}: {best:.1%} on average")
print("The best of them, on average:")
print(min(CHOICES, key=lambda choice: abs(CHOICES[choice] - best)))
