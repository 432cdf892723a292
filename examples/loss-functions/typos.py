"""Train on patients of whom some answers are ten times too large, with three losses.

The data: scikit-learn's 442 patients with diabetes, in twenty splits into 300 to train on
and 142 to test on. The twenty models learn at once, each on a row of the arrays.
Run it: nox -s run -- examples/loss-functions/typos.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SPLITS = 20
STEPS = 400

x, y = load_diabetes(return_X_y=True)
rng = np.random.default_rng(0)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)
train, test = order[:, :300], order[:, 300:]
mean, spread = x[train].mean(axis=1, keepdims=True), x[train].std(axis=1, keepdims=True)
inputs, new_inputs = (x[train] - mean) / spread, (x[test] - mean) / spread
answers, new_answers = y[train][..., None], y[test][..., None]
typos = np.where(rng.random(answers.shape) < 0.05, 10 * answers, answers)


def huber(errors):
    """Return the Huber loss of each error; it turns from squares to distances at 30."""
    distance = tf.abs(errors)
    return tf.where(distance < 30, distance**2 / 2, 30 * (distance - 15))


def train_on(answers, loss_of):
    """Return the mean absolute error on new patients, one number for each split."""
    kernel = tf.Variable(np.zeros((SPLITS, 10, 1)))
    bias = tf.Variable(np.zeros((SPLITS, 1, 1)))
    optimizer = tf.keras.optimizers.Adam(1.0)
    optimizer.build([kernel, bias])

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            errors = answers - (inputs @ kernel + bias)
            loss = tf.reduce_sum(tf.reduce_mean(loss_of(errors), axis=1))
        gradients = tape.gradient(loss, [kernel, bias])
        optimizer.apply_gradients(zip(gradients, [kernel, bias]))

    for _ in range(STEPS):
        step()
    predictions = (new_inputs @ kernel + bias).numpy()
    return np.mean(np.abs(new_answers - predictions), axis=(1, 2))


losses = {"squared error": tf.square, "absolute error": tf.abs, "Huber loss": huber}
print("mean absolute error on new patients, over twenty splits")
off = {}
for data, given in {"one answer in 20 ten times too large": typos, "all right": answers}.items():
    print(f"answers to learn from: {data}")
    for name, loss_of in losses.items():
        off[name] = train_on(given, loss_of)
        low, high = off[name].min(), off[name].max()
        print(f"  {name}: {off[name].mean():.1f}, by split {low:.1f} to {high:.1f}")
