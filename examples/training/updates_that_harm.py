"""Count the updates after which the loss over all patients is higher than before.

Twenty models learn at once from scikit-learn's diabetes data, each with its own order
of the patients. Run it: nox -s run -- examples/training/updates_that_harm.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

SEED = 1
MODELS = 20
UPDATES = 60
LEARNING_RATE = 0.02

x, y = load_diabetes(return_X_y=True)
x = np.column_stack([x / x.std(axis=0), np.ones(len(x))])  # the last column is for the bias
y = (y - y.mean()) / y.std()


def loss(weights):
    """Return the loss of each model over all patients."""
    return np.mean((x @ weights - y[:, None]) ** 2, axis=0)


def harmful(batch):
    """Train with batches of a size; return the share of harmful updates, and the last loss."""
    rng = np.random.default_rng(SEED)
    weights = np.zeros((x.shape[1], MODELS))
    before, harm = loss(weights), 0
    for update in range(UPDATES):
        rows = rng.permuted(np.tile(np.arange(len(x)), (MODELS, 1)), axis=1)[:, :batch]
        error = np.einsum("mbf,fm->mb", x[rows], weights) - y[rows]
        weights -= LEARNING_RATE * 2 * np.einsum("mbf,mb->fm", x[rows], error) / batch
        after = loss(weights)
        harm += np.sum(after > before)
        before = after
    return harm / (UPDATES * MODELS), before.mean()


for batch in (4, 32, 128, len(x)):
    share, last = harmful(batch)
    print(f"batches of {batch:3}: {share:.0%} of the updates raise the loss; it ends at {last:.2f}")
readings = {
    "None": 0,
    "About one in sixteen": 1 / 16,
    "About one in five": 1 / 5,
    "About two in five": 2 / 5,
}
print("with batches of 32, nearest to:")
print(min(readings, key=lambda reading: abs(readings[reading] - harmful(32)[0])))
