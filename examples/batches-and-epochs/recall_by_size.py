"""Train with three batch sizes, and compare the recall of malignant tumours.

Scikit-learn's breast cancer data; one neuron, twenty splits; first the same updates
for all, then as many as one epoch holds.
Run it: nox -s run -- examples/batches-and-epochs/recall_by_size.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

SEED = 1
SPLITS = 20
UPDATES = 500

x, benign = load_breast_cancer(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)
x, malignant = x[order], benign[order] == 0
mean, spread = x[:, :320].mean(axis=1, keepdims=True), x[:, :320].std(axis=1, keepdims=True)
x = (x - mean) / spread


def train(batch, updates):
    """Train with batches drawn at random; return the recall of each split."""
    weights, bias = np.zeros((SPLITS, 30)), np.zeros((SPLITS, 1))
    for update in range(updates):
        rows = rng.permutation(320)[:batch]
        score = np.einsum("sbf,sf->sb", x[:, rows], weights) + bias
        error = 1 / (1 + np.exp(-score)) - malignant[:, rows]
        weights -= 0.1 * np.einsum("sb,sbf->sf", error, x[:, rows]) / batch
        bias -= 0.1 * error.mean(axis=1, keepdims=True)
    said = np.einsum("snf,sf->sn", x[:, 320:], weights) + bias > 0
    return np.sum(said & malignant[:, 320:], axis=1) / malignant[:, 320:].sum(axis=1)


for name, updates in {
    "same updates": {8: UPDATES, 32: UPDATES, 128: UPDATES},
    "one epoch": {8: 40, 32: 10, 128: 3},
}.items():
    recall = {batch: train(batch, updates[batch]) for batch in updates}
    for batch, found in recall.items():
        print(f"{name}, batch {batch}: recall {np.median(found):.3f}, ", end="")
        print(f"{found.min():.3f} to {found.max():.3f}; {updates[batch]} updates")
    print(f"{name}, from 8 to 128: lower in {np.sum(recall[128] < recall[8])} splits, ", end="")
    print(f"higher in {np.sum(recall[128] > recall[8])}")
