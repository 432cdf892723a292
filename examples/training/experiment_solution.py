"""Predict how far a patient's diabetes goes: a solution of the experiment, step by step.

Run it: nox -s run -- examples/training/experiment_solution.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
SPLITS = 20
UPDATES = 100

x, y = load_diabetes(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)
train, test = order[:, :300], order[:, 300:]
answers, new_answers = y[train][..., None], y[test][..., None]


def as_they_are(x, new_x):
    """Leave the inputs alone."""
    return x, new_x


def standardised(x, new_x):
    """Give each measurement mean 0 and standard deviation 1, by the training patients alone."""
    mean, spread = x.mean(axis=1, keepdims=True), x.std(axis=1, keepdims=True)
    return (x - mean) / spread, (new_x - mean) / spread


def errors(prepare=as_they_are, learning_rate=0.1):
    """Train twenty models; return their mean absolute errors on unseen patients."""
    inputs, new_inputs = prepare(x[train], x[test])
    kernel = tf.Variable(np.zeros((SPLITS, 10, 1)))
    bias = tf.Variable(np.zeros((SPLITS, 1, 1)))
    for update in range(UPDATES):
        with tf.GradientTape() as tape:
            losses = (inputs @ kernel + bias - answers) ** 2
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))
        for weight, gradient in zip((kernel, bias), tape.gradient(loss, [kernel, bias])):
            weight.assign_sub(learning_rate * gradient)
    return np.mean(np.abs((new_inputs @ kernel + bias).numpy() - new_answers), axis=(1, 2))


ladder = {
    "baseline": {},
    "learning rate 0.9": dict(learning_rate=0.9),
    "learning rate 1.1": dict(learning_rate=1.1),
    "inputs standardised": dict(prepare=standardised),
    "inputs standardised, learning rate 0.9": dict(prepare=standardised, learning_rate=0.9),
}
print("mean absolute error, over twenty splits")
results = {name: errors(**settings) for name, settings in ladder.items()}
for name, error in results.items():
    print(f"{error.mean():9.3g}, {error.min():.3g} to {error.max():.3g}: {name}")


def least_squares(row):
    """Return the error on unseen patients of the weights that fit the training patients best."""
    with_ones = np.column_stack([x, np.ones(len(x))])
    weights, *_ = np.linalg.lstsq(with_ones[train[row]], y[train[row]])
    return np.mean(np.abs(with_ones[test[row]] @ weights - y[test[row]]))


by_formula = [least_squares(row) for row in range(SPLITS)]
print(f"{np.mean(by_formula):9.3g}: weights from a formula, no update")
better = np.sum(results["inputs standardised"] < results["baseline"])
print(f"standardising is better than the baseline in {better} of {SPLITS} splits")
