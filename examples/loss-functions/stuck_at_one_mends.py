"""Mend one suspicion at a time, and see with which the model learns.

Twenty models for each, each with its own start and its own 100 patients.
Run it: nox -s run -- examples/loss-functions/stuck_at_one_mends.py
"""

from itertools import pairwise

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

MODELS = 20

features, progress = load_diabetes(return_X_y=True)
features, progress = features / features.std(axis=0), (progress - 152) / 77
rng = np.random.default_rng(0)
rows = np.stack([rng.permutation(len(progress))[:100] for _ in range(MODELS)])
x, row_y = features[rows], progress[rows][:, None, :]  # answers as a row, for each model


def best_loss(rate=0.05, steps=100, hidden=None, y=row_y):
    """Train, and return how far each model is off, as a share of answering the mean."""
    sizes = [10, hidden, 1] if hidden else [10, 1]
    weights = [
        tf.Variable(rng.normal(size=(MODELS, i, o)) / np.sqrt(i)) for i, o in pairwise(sizes)
    ]
    optimizer = tf.keras.optimizers.SGD(rate)
    optimizer.build(weights)

    def predict():
        outputs = x
        for weight in weights[:-1]:
            outputs = tf.nn.relu(outputs @ weight)
        return outputs @ weights[-1]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.reduce_mean((y - predict()) ** 2, axis=(1, 2)))
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    for _ in range(steps):
        step()
    answers = progress[rows][..., None]
    return np.mean((answers - predict()) ** 2, axis=(1, 2)) / answers.var(axis=1)[:, 0]


mends = {
    "The learning rate is too small": {"rate": 0.15},
    "There are too few steps": {"steps": 500},
    "Ten weights are too few": {"hidden": 16},
    "The shapes of answers and predictions differ": {"y": progress[rows][..., None]},
}
learned = {}
for suspicion, mend in mends.items():
    share = best_loss(**mend)
    learned[suspicion] = np.sum(share < 0.8)
    print(f"{suspicion}: squared error {share.min():.2f} to {share.max():.2f} ", end="")
    print(f"of that of the mean, below 0.8 for {learned[suspicion]} of {MODELS}")
print(max(learned, key=learned.get))
