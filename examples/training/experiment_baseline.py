"""Predict how far a patient's diabetes goes: the baseline of the experiment.

The data: scikit-learn's 442 patients, in twenty splits into 300 for training and 142
for testing. The twenty models learn at once.
Run it: nox -s run -- examples/training/experiment_baseline.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
SPLITS = 20
UPDATES = 100  # not to be changed
LEARNING_RATE = 0.1


def prepare(x, new_x):
    """Return the inputs as the model gets them, those of unseen patients too."""
    return x, new_x


x, y = load_diabetes(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)  # a row per split
train, test = order[:, :300], order[:, 300:]
inputs, new_inputs = prepare(x[train], x[test])  # split, patient, measurement
answers, new_answers = y[train][..., None], y[test][..., None]

kernel = tf.Variable(np.zeros((SPLITS, inputs.shape[-1], 1)))
bias = tf.Variable(np.zeros((SPLITS, 1, 1)))
for update in range(UPDATES):
    with tf.GradientTape() as tape:
        losses = (inputs @ kernel + bias - answers) ** 2
        loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # splits stay apart
    for weight, gradient in zip((kernel, bias), tape.gradient(loss, [kernel, bias])):
        weight.assign_sub(LEARNING_RATE * gradient)

errors = np.mean(np.abs((new_inputs @ kernel + bias).numpy() - new_answers), axis=(1, 2))
mean = np.mean(np.abs(answers.mean(axis=1, keepdims=True) - new_answers))
print(f"mean absolute error: {errors.mean():.1f}, by split {errors.min():.1f} to ", end="")
print(f"{errors.max():.1f}; answering the mean every time: {mean:.1f}")
