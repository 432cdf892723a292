"""Print the facts on the cards to remember.

Run it: nox -s run -- examples/overfitting/card_facts.py
"""

import numpy as np

for cards in (50, 100, 400, 1600):
    error = np.sqrt(0.9 * 0.1 / cards)
    print(f"exam of {cards} cards, 90% right: standard error {100 * error:.1f} points")
