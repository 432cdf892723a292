"""Keep the weights of the lowest validation loss, and not the last ones.

A model of the kind of `Dense(10)` learns 100 cards, 40 of them misprinted.
Run it: nox -s run -- examples/overfitting/blank_keep_best.py
"""

import numpy as np
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(1)
order = rng.permutation(len(images))[:300]
x, y = images[order] / 16, digits[order]
y[:40] = (y[:40] + 1) % 10  # misprints
answers = np.eye(10)[y]


def chances(weights, part):
    """Return the chances that the model gives to the ten digits."""
    scores = np.exp(x[part] @ weights)
    return scores / scores.sum(axis=1, keepdims=True)


def validation_loss(weights):
    """Return the cross-entropy on the validation cards."""
    return -np.mean(np.log(chances(weights, validation)[answers[validation] == 1]))


training, validation = slice(100), slice(100, 300)
weights = np.zeros((64, 10))
best, kept, losses = np.inf, weights.copy(), []
for _epoch in range(400):
    weights -= x[training].T @ (chances(weights, training) - answers[training]) / 100
    losses.append(validation_loss(weights))
    if __1__:
        best, kept = losses[-1], __2__

print(f"validation loss of the last weights {losses[-1]:.3f}, of those kept", end=" ")
print(f"{validation_loss(kept):.3f}, and the lowest on the way {min(losses):.3f}")
