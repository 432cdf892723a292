"""Take one step on a single image, and look at the loss over all images.

Scikit-learn's digits, 320 images; 1000 networks with random starts, an image drawn for each.
Run it: nox -s run -- examples/batches-and-epochs/harm.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 1000
LEARNING_RATE = 0.1
SHORT = 0.001  # a step a hundredth as long

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
chosen = rng.permutation(len(images))[:320]
x, y = (images[chosen] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[chosen]]
first = rng.uniform(-0.27, 0.27, (NETWORKS, 64, 16)).astype("float32")
second = rng.uniform(-0.48, 0.48, (NETWORKS, 16, 10)).astype("float32")


def chances(first, second, some):
    """Return the hidden layer, and a chance for each digit."""
    hidden = np.maximum(some @ first, 0)
    chance = np.exp(hidden @ second)
    return hidden, chance / chance.sum(axis=-1, keepdims=True)


def loss(first, second):
    """Return the loss of each network over all images."""
    chance = chances(first, second, x)[1]
    return -np.mean(np.log(np.sum(chance * y, axis=-1)), axis=-1)


before = loss(first, second)
share = {}
for batch in (1, 4, 16, 320):
    rows = np.array([rng.permutation(320)[:batch] for _ in range(NETWORKS)])
    hidden, chance = chances(first, second, x[rows])
    error = (chance - y[rows]) / batch
    back = (error @ second.swapaxes(1, 2)) * (hidden > 0)
    toward_first, toward_second = x[rows].swapaxes(1, 2) @ back, hidden.swapaxes(1, 2) @ error
    rose = {}
    for rate in (LEARNING_RATE, SHORT):
        change = loss(first - rate * toward_first, second - rate * toward_second) - before
        rose[rate] = np.sum(change > 0)
    share[batch] = rose[LEARNING_RATE] / NETWORKS
    print(
        f"batch {batch}: the loss over all images rose in {rose[LEARNING_RATE]} of {NETWORKS}; ",
        end="",
    )
    print(f"with a step a hundredth as long in {rose[SHORT]}")
answers = {"In none": 0, "In about one of seven": 1 / 7, "In about one of two": 0.5, "In all": 1}
print("Steps on one image that raised it:")
print(min(answers, key=lambda answer: abs(answers[answer] - share[1])))
