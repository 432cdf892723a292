"""Train with three batch sizes, and compare the recall of malignant tumours.

Scikit-learn's breast cancer data; one neuron, twenty splits, the same updates for all.
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

recall = {}
for batch in (8, 32, 128):
    weights, bias = np.zeros((SPLITS, 30)), np.zeros((SPLITS, 1))
    for update in range(UPDATES):
        rows = rng.permutation(320)[:batch]
        score = np.einsum("sbf,sf->sb", x[:, rows], weights) + bias
        error = 1 / (1 + np.exp(-score)) - malignant[:, rows]
        weights -= 0.1 * np.einsum("sb,sbf->sf", error, x[:, rows]) / batch
        bias -= 0.1 * error.mean(axis=1, keepdims=True)
    said = np.einsum("snf,sf->sn", x[:, 320:], weights) + bias > 0
    found = np.sum(said & malignant[:, 320:], axis=1) / malignant[:, 320:].sum(axis=1)
    recall[batch] = found
    print(f"batch {batch}: recall {np.median(found):.3f}, {found.min():.3f} to {found.max():.3f}")
fall = np.median(recall[8]) - np.median(recall[128])
print(f"from 8 to 128 the median falls by {fall:.3f}; lower in ", end="")
print(f"{np.sum(recall[128] < recall[8])} splits, higher in {np.sum(recall[128] > recall[8])}")
