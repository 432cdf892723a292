"""Shuffle the training images before each epoch, or once for all epochs.

Scikit-learn's digits, sixty networks at once, each with a start and a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/reshuffle.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 60
TRAINING = 320
BATCH = 8
EPOCHS = 10
LEARNING_RATE = 0.1

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :1320]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]
new_x, new_digit = x[:, TRAINING:], digits[order[:, TRAINING:]]
by_digit = np.argsort(digits[order[:, :TRAINING]], axis=1)[..., None]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


START = kernel(64, 16), kernel(16, 10)


def train(x, y, shuffle):
    """Train with plain SGD; return the share of new images that each network gets right."""
    first, second = START
    for epoch in range(EPOCHS):
        shuffled = rng.permutation(TRAINING) if shuffle else np.arange(TRAINING)
        for rows in shuffled.reshape(-1, BATCH):
            some = x[:, rows]
            hidden = np.maximum(some @ first, 0)
            chance = np.exp(hidden @ second)
            chance = chance / chance.sum(axis=2, keepdims=True)
            error = (chance - y[:, rows]) / BATCH
            back = (error @ second.swapaxes(1, 2)) * (hidden > 0)
            first = first - LEARNING_RATE * some.swapaxes(1, 2) @ back
            second = second - LEARNING_RATE * hidden.swapaxes(1, 2) @ error
    said = np.maximum(new_x @ first, 0) @ second
    return np.mean(said.argmax(axis=2) == new_digit, axis=1)


right = {
    "before each epoch": train(x, y, shuffle=True),
    "once": train(x, y, shuffle=False),  # the split has shuffled them already
    "never, sorted by digit": train(
        np.take_along_axis(x[:, :TRAINING], by_digit, axis=1),
        np.take_along_axis(y[:, :TRAINING], by_digit, axis=1),
        shuffle=False,
    ),
}
for name, values in right.items():
    print(f"shuffled {name}: {np.median(values):.1%} right, ", end="")
    print(f"{values.min():.1%} to {values.max():.1%}")
each, once = right["before each epoch"], right["once"]
print(f"each epoch is better than once in {np.sum(each > once)} of {NETWORKS}, ", end="")
print(f"worse in {np.sum(each < once)}")
gap = 100 * (np.median(each) - np.median(once))
verdicts = {
    "More than two points worse": gap > 2,
    "Within two points": abs(gap) <= 2,
    "More than two points better": gap < -2,
}
print("Shuffled once, they are, next to shuffled before each epoch:")
print(*[verdict for verdict, holds in verdicts.items() if holds], sep="\n")
