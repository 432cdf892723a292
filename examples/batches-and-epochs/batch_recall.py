"""Average metrics over batches, and compare with the same metrics over all rows.

Scikit-learn's digits; the rare case is the seven. Twenty models, each with a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/batch_recall.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
MODELS = 20
BATCH = 8

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (MODELS, 1)), axis=1)
x, seven = (images[order] / 16).astype("float32"), (digits[order] == 7)
weights, bias = np.zeros((MODELS, 64)), np.zeros((MODELS, 1))
for step in range(150):
    score = np.einsum("mnp,mp->mn", x[:, :400], weights) + bias
    error = 1 / (1 + np.exp(-score)) - seven[:, :400]
    weights -= 0.5 * np.einsum("mn,mnp->mp", error, x[:, :400]) / 400
    bias -= 0.5 * error.mean(axis=1, keepdims=True)

said = (np.einsum("mnp,mp->mn", x[:, 400:1200], weights) + bias > 0).reshape(MODELS, -1, BATCH)
true = seven[:, 400:1200].reshape(MODELS, -1, BATCH)


def shares(axis):
    """Return accuracy, precision and recall; 0 where there is nothing to count."""
    found = np.sum(said & true, axis=axis)
    return {
        "Accuracy": np.mean(said == true, axis=axis),
        "Precision": found / np.maximum(np.sum(said, axis=axis), 1),
        "Recall": found / np.maximum(np.sum(true, axis=axis), 1),
    }


over_all, by_batch = shares(axis=(1, 2)), shares(axis=2)
same = {}
for name, whole in over_all.items():
    averaged = by_batch[name].mean(axis=1)
    same[name] = np.allclose(whole, averaged)
    print(
        f"{name}: {np.median(whole):.3f} over all, {np.median(averaged):.3f} as a mean of batches"
    )
larger = np.sum((said & true).reshape(MODELS, 10, -1), axis=2)
larger = np.mean(larger / np.sum(true.reshape(MODELS, 10, -1), axis=2), axis=1)
print(f"Recall as a mean of ten batches of 80: {np.median(larger):.3f}")
print("The same both ways:")
print(*[name for name, holds in same.items() if holds], sep="\n")
