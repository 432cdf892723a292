"""Copy the rare cards, and keep their copies out of the validation part.

Run it: nox -s run -- examples/overfitting/blank_copies.py
"""

import numpy as np

cards = np.arange(100)  # each card is a number; the last ten are rare
rng = np.random.default_rng(1)


def copy_rare(part):
    """Return the part with nine more copies of each rare card in it."""
    return np.concatenate([part, np.repeat(part[part >= 90], 9)])


def deal(pack):
    """Shuffle; return four fifths to train on and one fifth to validate with."""
    pack = rng.permutation(pack)
    return np.split(pack, [len(pack) * 4 // 5])


__1__
__2__
shared = len(set(training) & set(validation))
print(f"{len(training)} to train, {len(validation)} to validate, {shared} cards in both")
