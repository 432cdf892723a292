"""Copy every image into the training data once more, and train as long as before.

Scikit-learn's digits, twenty networks at once, each with a start and a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/copied_rows.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :1320]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


START = kernel(64, 16), kernel(16, 10)


def train(epochs=4, batch=8, copies=1):
    """Train on 320 images, some times over; return the median share of new ones read right."""
    first, second = START
    for _epoch in range(epochs):
        for rows in rng.permutation(np.tile(np.arange(320), copies)).reshape(-1, batch):
            some = x[:, rows]
            hidden = np.maximum(some @ first, 0)
            chance = np.exp(hidden @ second)
            chance = chance / chance.sum(axis=2, keepdims=True)
            error = (chance - y[:, rows]) / batch
            back = (error @ second.swapaxes(1, 2)) * (hidden > 0)
            first = first - 0.1 * some.swapaxes(1, 2) @ back
            second = second - 0.1 * hidden.swapaxes(1, 2) @ error
    said = (np.maximum(x[:, 320:] @ first, 0) @ second).argmax(axis=2)
    return np.median(np.mean(said == digits[order[:, 320:]], axis=1))


copied = train(copies=2)
print(f"four epochs over 320 images and their copies: {copied:.1%} right")
others = {
    "Four epochs, without the copies": train(),
    "Eight epochs, without the copies": train(epochs=8),
    "Four epochs, without the copies, in batches of 16": train(batch=16),
}
for name, right in others.items():
    print(f"{name}: {right:.1%} right")
print("Nearest to the copies:")
print(min(others, key=lambda name: abs(others[name] - copied)))
