"""Train on shuffled digits, and mend one thing at a time.

Scikit-learn's digits, ten weighted sums, twenty splits.
Run it: nox -s run -- examples/batches-and-epochs/torn_pairs.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
SPLITS = 20
TRAINING = 640

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (SPLITS, 1)), axis=1)
new_x, new_digit = images[order[:, TRAINING:]] / 16, digits[order[:, TRAINING:]]


def train(epochs=4, rate=0.3, together=False):
    """Shuffle and train; return the median share of new images read right."""
    x, y = images[order[:, :TRAINING]] / 16, np.eye(10)[digits[order[:, :TRAINING]]]
    rows = rng.permutation(TRAINING)
    x, y = x[:, rows], y[:, rows if together else rng.permutation(TRAINING)]
    weights = np.zeros((SPLITS, 64, 10))
    for _epoch in range(epochs):
        for first in range(0, TRAINING, 32):
            some = x[:, first : first + 32]
            chance = np.exp(some @ weights)
            error = chance / chance.sum(axis=2, keepdims=True) - y[:, first : first + 32]
            weights -= rate * some.swapaxes(1, 2) @ error / 32
    said = (new_x @ weights).argmax(axis=2)
    return np.median(np.mean(said == new_digit, axis=1))


print(f"as it was: {train():.1%} right")
right = {
    "Four epochs are too few": train(epochs=12),
    "The learning rate is too large": train(rate=0.03),
    "Images and answers were shuffled apart": train(together=True),
}
for suspicion, share in right.items():
    print(f"{suspicion}. Mended: {share:.1%} right")
print("Mending this brings more than half:")
print(*[suspicion for suspicion, share in right.items() if share > 0.5], sep="\n")
