"""Compare SGD and Adam on scikit-learn's breast cancer data, rate by rate.

One neuron sees 30 measurements of a patient; 200 patients to train on, the rest to
measure the loss on. Twenty starts and splits per rate; the first axis of the
weights is the rate. Run it: nox -s run -- examples/optimizers/fair_comparison.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer

SEED = 1
STARTS = 20
STEPS = 40
RATES = np.array([0.001, 0.01, 0.1, 1.0, 10.0], dtype="float32")

features, labels = load_breast_cancer(return_X_y=True)
rng = np.random.default_rng(SEED)
orders = np.stack([rng.permutation(len(labels)) for _ in range(STARTS)])
x, y = features[orders].astype("float32"), labels[orders].astype("float32")
mean, spread = x[:, :200].mean(axis=1), x[:, :200].std(axis=1)
x = (x - mean[:, None]) / spread[:, None]
x = np.concatenate([x, np.ones_like(x[..., :1])], axis=-1)  # the last column is for the bias
start = rng.uniform(-0.4, 0.4, (STARTS, 31)).astype("float32")


def losses(weights, inputs, answers):
    """Return the binary cross-entropy; shape rates, starts."""
    logits = tf.einsum("spf,rsf->rsp", inputs, weights)
    answers = tf.broadcast_to(answers, tf.shape(logits))
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(answers, logits), axis=-1)


def rate():
    """Return one rate for each row."""
    return tf.constant(RATES)[:, None, None]


results = {}
for optimizer in (tf.keras.optimizers.SGD(rate), tf.keras.optimizers.Adam(rate)):
    weights = tf.Variable(np.tile(start, (len(RATES), 1, 1)))
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(losses(weights, x[:, :200], y[:, :200]))
        optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])
    results[type(optimizer).__name__] = losses(weights, x[:, 200:], y[:, 200:]).numpy()

sgd, adam = results["SGD"], results["Adam"]
print("mean loss on patients it never saw, after 40 steps")
print("rate      SGD     Adam    Adam is better in")
for row, value in enumerate(RATES):
    better = np.sum(adam[row] < sgd[row])
    print(f"{value:<7g}{sgd[row].mean():7.3f}{adam[row].mean():8.3f}{better:9} of {STARTS}")
best_sgd, best_adam = sgd[sgd.mean(axis=1).argmin()], adam[adam.mean(axis=1).argmin()]
better = int(np.sum(best_adam < best_sgd))
print(f"best   {best_sgd.mean():7.3f}{best_adam.mean():8.3f}{better:9} of {STARTS}")
spread = best_adam - best_sgd
print(f"difference at the best rates: {spread.min():+.3f} to {spread.max():+.3f}")
