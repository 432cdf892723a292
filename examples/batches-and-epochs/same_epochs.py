"""Train networks on digits with three batch sizes: for equal epochs, then for equal updates.

Scikit-learn's digits, 8 x 8 pixels: 320 to train on, 1000 to test. Twenty networks learn
at once, each with a start and a split of its own; the first axis of an array is the network.
Run it: nox -s run -- examples/batches-and-epochs/same_epochs.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20
HIDDEN = 16
TRAINING = 320
LEARNING_RATE = 0.1

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :1320]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]
new_x, new_y = x[:, TRAINING:], y[:, TRAINING:]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


START = kernel(64, HIDDEN), kernel(HIDDEN, 10)


def train(batch, epochs, rate=LEARNING_RATE):
    """Train with plain SGD; return the share of new images that each network gets right."""
    first, second = START
    for _epoch in range(epochs):
        for rows in np.array_split(rng.permutation(TRAINING), TRAINING // batch):
            some = x[:, rows]
            hidden = np.maximum(some @ first, 0)
            chance = np.exp(hidden @ second)
            chance = chance / chance.sum(axis=2, keepdims=True)
            error = (chance - y[:, rows]) / batch
            back = (error @ second.swapaxes(1, 2)) * (hidden > 0)
            first = first - rate * some.swapaxes(1, 2) @ back
            second = second - rate * hidden.swapaxes(1, 2) @ error
    said = np.maximum(new_x @ first, 0) @ second
    return np.mean(said.argmax(axis=2) == new_y.argmax(axis=2), axis=1)


def show(name, batch, epochs):
    """Train, and print the median and the extremes of the networks."""
    right = train(batch, epochs)
    print(f"same {name}, batch {batch}: {np.median(right):.1%} right, ", end="")
    print(f"{right.min():.1%} to {right.max():.1%}; ", end="")
    print(f"{epochs} epochs, {epochs * TRAINING // batch} updates")


for batch in (8, 32, 320):
    show("epochs", batch, epochs=10)
for batch in (8, 32, 320):
    show("updates", batch, epochs=10 * batch // 8)
