"""Five things that happen to new patients, and what the vital signs show of them.

scikit-learn's breast cancer data, 400 patients to learn from and 169 new ones, twenty splits,
one neuron each. Run it: nox -s run -- examples/preparing-data/drift.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

SEED = 1
SPLITS, STEPS, RATE = 20, 100, 0.5

rng = np.random.default_rng(SEED)
features, labels = load_breast_cancer(return_X_y=True)
orders = rng.permuted(np.tile(np.arange(len(labels)), (SPLITS, 1)), axis=1)
x, y = features[orders], labels[orders][..., None]
old, new = x[:, :400], x[:, 400:]
mean, std = old.mean(axis=1, keepdims=True), old.std(axis=1, keepdims=True)

ready = (old - mean) / std
weights, bias = np.zeros((SPLITS, 30, 1)), np.zeros((SPLITS, 1, 1))
for step in range(STEPS):
    error = 0.5 + 0.5 * np.tanh((ready @ weights + bias) / 2) - y[:, :400]
    weights -= RATE * np.swapaxes(ready, 1, 2) @ error / 400
    bias -= RATE * error.mean(axis=1, keepdims=True)

millimetres, gap = new.copy(), new.copy()
millimetres[:, :, 20] *= 10.0  # the worst radius in another unit
gap[:, :, 20] = 0.0  # not measured, and written as 0
own = (new - new.mean(axis=1, keepdims=True)) / new.std(axis=1, keepdims=True)
cases = {
    "all is well": (new - mean) / std,
    "not prepared": new,
    "one column in other units": (millimetres - mean) / std,
    "one column not measured, 0": (gap - mean) / std,
    "scaled by their own numbers": own,
}
print(f"size of a weight on average: {np.abs(weights).mean():.4f}")
print("                             farthest mean  beyond 3   sorted right")
for case, prepared in cases.items():
    farthest = np.median(np.abs(prepared.mean(axis=1)).max(axis=1))
    beyond = np.median(np.mean(np.abs(prepared) > 3, axis=(1, 2)))
    right = np.median(np.mean((prepared @ weights + bias > 0) == y[:, 400:], axis=(1, 2)))
    print(f"{case:28}{farthest:14.2f}{beyond:10.1%}{right:14.1%}")
