"""Read digits after two epochs: the baseline of the experiment.

Scikit-learn's digits, sorted by digit: 640 to train on, 300 to choose settings by, 800 to
test, in twenty splits. The twenty models learn at once, one axis of the arrays is the split.
Run it: nox -s run -- examples/batches-and-epochs/experiment_baseline.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
SPLITS = 20
EPOCHS = 2  # not to be changed
BATCH = 64
LEARNING_RATE = 0.1

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (SPLITS, 1)), axis=1)
rows, choose, test = order[:, :640], order[:, 640:940], order[:, 940:1740]
by_digit = np.argsort(digits[rows], axis=1, kind="stable")
rows = np.take_along_axis(rows, by_digit, axis=1)  # all 0, then all 1, and so on


def in_order(epoch):
    """Return the rows of one epoch, as they come in the file."""
    return np.arange(640)


def train(batch=BATCH, rate=LEARNING_RATE, arrange=in_order):
    """Train ten weighted sums of the pixels; return weights and biases."""
    x, y = (images[rows] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[rows]]
    weights = np.zeros((SPLITS, 64, 10), "float32")
    biases = np.zeros((SPLITS, 1, 10), "float32")
    for epoch in range(EPOCHS):
        arranged = arrange(epoch)
        for begin in range(0, 640, batch):
            some = arranged[begin : begin + batch]
            score = x[:, some] @ weights + biases
            chance = np.exp(score - score.max(axis=2, keepdims=True))
            chance = chance / chance.sum(axis=2, keepdims=True)
            error = (chance - y[:, some]) / len(some)
            weights -= rate * x[:, some].swapaxes(1, 2) @ error
            biases -= rate * error.sum(axis=1, keepdims=True)
    return weights, biases


def accuracy(model, asked):
    """Return the share of right answers, for each split."""
    weights, biases = model
    said = (images[asked] / 16 @ weights + biases).argmax(axis=2)
    return np.mean(said == digits[asked], axis=1)


right = accuracy(train(), test)
print(f"test accuracy: {right.mean():.1%}, by split {right.min():.1%} to {right.max():.1%}")
