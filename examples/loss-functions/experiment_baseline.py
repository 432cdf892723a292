"""Order medicine for patients with diabetes: the baseline of the experiment.

The data: scikit-learn's 442 patients, in twenty splits into 300 for training and 142
for testing. The twenty models learn at once.
Run it: nox -s run -- examples/loss-functions/experiment_baseline.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SPLITS = 20

x, y = load_diabetes(return_X_y=True)
rng = np.random.default_rng(0)
order = rng.permuted(np.tile(np.arange(len(x)), (SPLITS, 1)), axis=1)  # a row per split
train, test = order[:, :300], order[:, 300:]
mean, spread = x[train].mean(axis=1, keepdims=True), x[train].std(axis=1, keepdims=True)
inputs, new_inputs = (x[train] - mean) / spread, (x[test] - mean) / spread
answers, new_answers = y[train][..., None], y[test][..., None]


def squared_error(miss):
    """Return the loss of each patient; `miss` is the answer minus the prediction."""
    return miss**2


def cost_of(miss):
    """Return what the clinic pays: 9 for each unit too little, 1 for each unit too much."""
    return np.where(miss > 0, 9 * miss, -miss).mean(axis=(1, 2))


def train_with(loss_of, steps=800):
    """Return for each split how far the predictions for new patients miss."""
    kernel = tf.Variable(np.zeros((SPLITS, 10, 1)))
    bias = tf.Variable(np.zeros((SPLITS, 1, 1)))
    optimizer = tf.keras.optimizers.Adam(1.0)
    optimizer.build([kernel, bias])

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            losses = loss_of(answers - (inputs @ kernel + bias))
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # splits stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, [kernel, bias]), [kernel, bias]))

    for _ in range(steps):
        step()
    return new_answers - (new_inputs @ kernel + bias).numpy()


miss = train_with(squared_error)
cost = cost_of(miss)
print(f"cost: {cost.mean():.1f}, by split {cost.min():.1f} to {cost.max():.1f}")
print(f"enough for {np.mean(miss <= 0):.0%} of the new patients")
