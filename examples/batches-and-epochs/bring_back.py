"""Train with a batch four times as large, and look for what brings the accuracy back.

Scikit-learn's digits, twenty networks at once, each with a start and a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/bring_back.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20
TRAINING = 320

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :1320]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]
new_x, new_y = x[:, TRAINING:], y[:, TRAINING:]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


def train(batch=32, epochs=10, rate=0.1, neurons=16):
    """Train with plain SGD; return the share of new images that each network gets right."""
    first, second = kernel(64, neurons), kernel(neurons, 10)
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
    return np.median(np.mean(said.argmax(axis=2) == new_y.argmax(axis=2), axis=1))


small = train(batch=8)
changes = {
    "Nothing: it is as good as before": train(),
    "A quarter of the learning rate": train(rate=0.025),
    "Twice as many hidden neurons": train(neurons=32),
    "Four times as many epochs": train(epochs=40),
}
print(f"batch 8: {small:.1%} right")
for name, right in changes.items():
    print(f"batch 32. {name}: {right:.1%} right")
print("Within three points of batch 8:")
print(*[name for name, right in changes.items() if right > small - 0.03], sep="\n")
