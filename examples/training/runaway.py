"""Train with a learning rate of 1.1, and print which weight runs away.

The data: scikit-learn's diabetes patients as they are.
Run it: nox -s run -- examples/training/runaway.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

UPDATES = 100
LEARNING_RATE = 1.1

x, y = load_diabetes(return_X_y=True)


def loss_at_end(kernel_learns=True, bias_learns=True):
    """Train with some weights held still; return the loss after the last update."""
    kernel, bias = np.zeros(10), 0.0
    for update in range(UPDATES):
        error = x @ kernel + bias - y
        kernel = kernel - kernel_learns * LEARNING_RATE * 2 * x.T @ error / len(y)
        bias = bias - bias_learns * LEARNING_RATE * 2 * error.mean()
    return np.mean((x @ kernel + bias - y) ** 2)


start = np.mean(y**2)
both = loss_at_end()
kernel_alone, bias_alone = loss_at_end(bias_learns=False), loss_at_end(kernel_learns=False)
print(f"loss at the start {start:.3g}, both learn {both:.3g}")
print(f"kernel alone {kernel_alone:.3g}, bias alone {bias_alone:.3g}")
readings = {
    "The kernel": kernel_alone > start and bias_alone < start,
    "The bias": bias_alone > start and kernel_alone < start,
    "Each of them": kernel_alone > start and bias_alone > start,
    "Only both together": both > start and kernel_alone < start and bias_alone < start,
}
print("What runs away:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
