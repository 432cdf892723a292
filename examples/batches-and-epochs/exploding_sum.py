"""Add up a loss over the batch, and mend one thing at a time.

Scikit-learn's diabetes patients, a linear model.
Run it: nox -s run -- examples/batches-and-epochs/exploding_sum.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

SEED = 1

x, y = load_diabetes(return_X_y=True)
x, y = x / x.std(axis=0), (y - y.mean()) / y.std()


def loss_after(batch=64, epochs=5, seed=SEED, average=False):
    """Train with plain SGD at a rate of 0.01; return the loss over all patients."""
    rng, weights = np.random.default_rng(seed), np.zeros(10)
    for _epoch in range(epochs):
        order = rng.permutation(len(x))
        for rows in (order[first : first + batch] for first in range(0, len(x), batch)):
            gradients = 2 * x[rows] * (x[rows] @ weights - y[rows])[:, None]
            weights -= 0.01 * (gradients.mean(axis=0) if average else gradients.sum(axis=0))
    return np.mean((x @ weights - y) ** 2)


print(f"batches of 4: loss {loss_after(batch=4):.3g}")
print(f"batches of 64: loss {loss_after():.3g}")
mended = {
    "Five epochs are too many": loss_after(epochs=2),
    "The order of the rows was unlucky": loss_after(seed=SEED + 1),
    "The loss adds up over the batch": loss_after(average=True),
}
for suspicion, loss in mended.items():
    print(f"{suspicion}. Mended: loss {loss:.3g}")
print("Mending this brings the loss below 1:")
print(*[suspicion for suspicion, loss in mended.items() if loss < 1], sep="\n")
