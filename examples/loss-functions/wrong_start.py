"""Start neurons that are sure and often wrong, and see which loss brings them round.

Twenty neurons learn whether a tumour is benign: each has its own start and its own split of
scikit-learn's 569 patients. Run it: nox -s run -- examples/loss-functions/wrong_start.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

STARTS = 20
STEPS = 300

x, y = load_breast_cancer(return_X_y=True)
rng = np.random.default_rng(0)
order = rng.permuted(np.tile(np.arange(len(x)), (STARTS, 1)), axis=1)
x, y = x[order], y[order][..., None]
x = (x - x[:, :300].mean(axis=1, keepdims=True)) / x[:, :300].std(axis=1, keepdims=True)
known, answers = x[:, :300], y[:, :300]
starts = rng.normal(size=(STARTS, 30, 1))


def sigmoid(score):
    """Return the chance that belongs to a score."""
    return 1 / (1 + np.exp(-score))


for size, rate in ((0.1, 0.1), (3.0, 0.1), (3.0, 10.0)):
    print(f"starts drawn with a spread of {size}, learning rate {rate}")
    for name in ("cross-entropy", "squared error"):
        kernel, bias = size * starts, np.zeros((STARTS, 1, 1))
        for step in range(STEPS):
            chance = sigmoid(known @ kernel + bias)
            slope = chance - answers  # of the cross-entropy, in the score
            if name == "squared error":
                slope = 2 * slope * chance * (1 - chance)
            kernel = kernel - rate * known.swapaxes(1, 2) @ slope / 300
            bias = bias - rate * slope.mean(axis=1, keepdims=True)
        right = np.mean((x[:, 300:] @ kernel + bias > 0) == y[:, 300:], axis=(1, 2))
        print(f"  {name}: median {np.median(right):.1%} right, worst {right.min():.1%}")
