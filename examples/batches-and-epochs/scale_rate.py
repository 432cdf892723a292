"""Raise the learning rate with the batch size, at equal epochs.

Scikit-learn's digits, twenty networks at once, each with a start and a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/scale_rate.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20
TRAINING = 320
EPOCHS = 10

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :1320]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]
new_x, new_digit = x[:, TRAINING:], digits[order[:, TRAINING:]]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


START = kernel(64, 16), kernel(16, 10)


def train(batch, rate):
    """Train with plain SGD; return the median share of new images read right."""
    first, second = START
    for _epoch in range(EPOCHS):
        for rows in np.array_split(rng.permutation(TRAINING), TRAINING // batch):
            some = x[:, rows]
            hidden = np.maximum(some @ first, 0)
            score = hidden @ second
            chance = np.exp(score - score.max(axis=2, keepdims=True))
            chance = chance / chance.sum(axis=2, keepdims=True)
            error = (chance - y[:, rows]) / batch
            back = (error @ second.swapaxes(1, 2)) * (hidden > 0)
            first = first - rate * some.swapaxes(1, 2) @ back
            second = second - rate * hidden.swapaxes(1, 2) @ error
    said = np.maximum(new_x @ first, 0) @ second
    return np.median(np.mean(said.argmax(axis=2) == new_digit, axis=1))


small = train(8, 0.1)
print(f"batch 8, rate 0.1: {small:.1%} right")
holds = {}
for batch in (16, 32, 160, 320):
    times = batch // 8
    kept, scaled = train(batch, 0.1), train(batch, 0.1 * times)
    root = train(batch, 0.1 * np.sqrt(times))
    holds[batch] = scaled > small - 0.05
    print(f"batch {batch}, rate kept: {kept:.1%}, ", end="")
    print(f"times {times}: {scaled:.1%}, times the root of {times}: {root:.1%}")
print("The largest with which the scaled rate stays within five points of batch 8:")
print(max(batch for batch in holds if holds[batch]))
