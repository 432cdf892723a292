"""Read digits after five epochs, with four choices of batch size and learning rate.

Scikit-learn's digits, twenty networks at once, each with a start and a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/five_epochs.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20
TRAINING = 320
EPOCHS = 5

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
    """Train with plain SGD; return the share of new images that each network gets right."""
    first, second = START
    for _epoch in range(EPOCHS):
        for rows in rng.permutation(TRAINING).reshape(-1, batch):
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
    return np.mean(said.argmax(axis=2) == new_digit, axis=1)


right = {}
for batch, rate in ((8, 0.2), (32, 0.2), (320, 0.2), (320, 8.0)):
    name = f"Batches of {batch}, rate {rate}"
    right[name] = train(batch, rate)
    print(f"{name}: {np.median(right[name]):.1%} right, ", end="")
    print(f"{right[name].min():.1%} to {right[name].max():.1%}")
faster = np.median(train(32, 0.8))
print(f"Batches of 32 at four times the rate: {faster:.1%} right")
print("The best median:")
print(max(right, key=lambda name: np.median(right[name])))
