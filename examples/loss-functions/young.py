"""Measure the accuracy of young neurons with the threshold of Keras and with the right one.

Twenty neurons, each with its own start and its own 300 of scikit-learn's 569 patients.
Run it: nox -s run -- examples/loss-functions/young.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer

STARTS = 20

x, y = load_breast_cancer(return_X_y=True)
rng = np.random.default_rng(0)
rows = np.stack([rng.permutation(len(x))[:300] for _ in range(STARTS)])
x, y = (x[rows] - x.mean(axis=0)) / x.std(axis=0), y[rows][..., None]
kernel = rng.normal(size=(STARTS, 30, 1)) / 100
for step in range(31):
    scores = x @ kernel
    if step in (2, 5, 30):
        right = np.mean((scores > 0) == y)
        told = float(tf.keras.metrics.BinaryAccuracy()(y.ravel(), scores.ravel()))
        print(f"step {step}: right {right:.1%}, Keras says {told:.1%}")
    slope = 1 / (1 + np.exp(-scores)) - y
    kernel = kernel - 0.02 * x.swapaxes(1, 2) @ slope / 300
