"""Rank four pupils by the cards they trained on, and by new ones.

Twenty packs of 200 cards, 1000 new cards each.
Run it: nox -s run -- examples/overfitting/four_pupils.py
"""

import numpy as np
from sklearn.datasets import load_digits

PACKS = 20
CARDS = 200

images, digits = load_digits(return_X_y=True)


def by_heart(fronts, backs):
    """Look the front up; of a front that is not in the pack, say the most common back."""
    table = {front.tobytes(): back for front, back in zip(fronts, backs)}
    common = np.bincount(backs).argmax()
    return lambda asked: np.array([table.get(front.tobytes(), common) for front in asked])


def nearest_card(fronts, backs):
    """Say the back of the card that differs least, pixel by pixel."""
    size = (fronts**2).sum(axis=1)
    return lambda asked: backs[(size - 2 * asked @ fronts.T).argmin(axis=1)]


def ten_averages(fronts, backs):
    """Say the digit whose average front differs least."""
    averages = [fronts[backs == digit].mean(axis=0) for digit in range(10)]
    return nearest_card(np.array(averages), np.arange(10))


def always_the_same(fronts, backs):
    """Say the most common back, whatever is asked."""
    return lambda asked: np.full(len(asked), np.bincount(backs).argmax())


pupils = {
    "By heart": by_heart,
    "Nearest card": nearest_card,
    "Ten averages": ten_averages,
    "Always the same": always_the_same,
}
known, new = ({name: [] for name in pupils} for _ in range(2))
for seed in range(PACKS):
    order = np.random.default_rng(seed).permutation(len(images))
    cards, others = order[:CARDS], order[CARDS : CARDS + 1000]
    for name, teach in pupils.items():
        pupil = teach(images[cards], digits[cards])
        known[name].append(np.mean(pupil(images[cards]) == digits[cards]))
        new[name].append(np.mean(pupil(images[others]) == digits[others]))
print("median of 20 packs   training cards   new cards   worst pack")
for name in pupils:
    row = np.median(known[name]), np.median(new[name]), min(new[name])
    print(f"{name:20} {row[0]:14.1%} {row[1]:11.1%} {row[2]:12.1%}")
print("The most new cards right:")
print(max(new, key=lambda name: np.median(new[name])))
