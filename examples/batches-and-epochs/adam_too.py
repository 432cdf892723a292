"""Train with Adam, in batches of 8 and of all 320 images.

Scikit-learn's digits, twenty networks at once, each with a start and a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/adam_too.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20
TRAINING = 320
LEARNING_RATE = 0.003

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :1320]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


START = kernel(64, 16), kernel(16, 10)


def train(batch, epochs=10, rate=LEARNING_RATE):
    """Train with Adam; return the median share of new images read right."""
    kernels, updates = [kernel.copy() for kernel in START], 0
    means = [np.zeros_like(kernel) for kernel in START]
    squares = [np.zeros_like(kernel) for kernel in START]
    for _epoch in range(epochs):
        for rows in rng.permutation(TRAINING).reshape(-1, batch):
            some, updates = x[:, rows], updates + 1
            hidden = np.maximum(some @ kernels[0], 0)
            chance = np.exp(hidden @ kernels[1])
            chance = chance / chance.sum(axis=2, keepdims=True)
            error = (chance - y[:, rows]) / batch
            back = (error @ kernels[1].swapaxes(1, 2)) * (hidden > 0)
            for layer, (signal, slope) in enumerate(((some, back), (hidden, error))):
                gradient = signal.swapaxes(1, 2) @ slope
                means[layer] += 0.1 * (gradient - means[layer])
                squares[layer] += 0.001 * (gradient**2 - squares[layer])
                size = np.sqrt(squares[layer] / (1 - 0.999**updates)) + 1e-7
                kernels[layer] -= rate * means[layer] / (1 - 0.9**updates) / size
    said = (np.maximum(x[:, TRAINING:] @ kernels[0], 0) @ kernels[1]).argmax(axis=2)
    return np.median(np.mean(said == digits[order[:, TRAINING:]], axis=1))


small, large = train(8), train(320)
print(f"ten epochs, batch 8: {small:.1%} right")
print(f"ten epochs, batch 320: {large:.1%} right")
print(f"100 epochs, batch 320: {train(320, epochs=100):.1%} right")
print(f"ten epochs, batch 320, ten times the rate: {train(320, rate=0.03):.1%} right")
gap = 100 * (small - large)
verdicts = {
    "Within five points of them": abs(gap) <= 5,
    "More than twenty points below them": gap > 20,
    "More than five points above them": gap < -5,
}
print("Batches of 320, next to batches of 8:")
print(*[verdict for verdict, holds in verdicts.items() if holds], sep="\n")
