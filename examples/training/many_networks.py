"""Train a hundred networks from random starts on real patients, and look at the spread.

The data: scikit-learn's diabetes patients. All networks learn at once; their weights are
slices of one array. Run it: nox -s run -- examples/training/many_networks.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
NETWORKS = 100
HIDDEN = 8
STEPS = 200
LEARNING_RATE = 0.1

x, y = load_diabetes(return_X_y=True)
order = np.random.default_rng(SEED).permutation(len(x))
x, y = x[order].astype("float32"), y[order, None].astype("float32")
x, new_x, y, new_y = x[:300], x[300:], y[:300], y[300:]
x, new_x = x / x.std(axis=0), new_x / x.std(axis=0)
middle, spread = y.mean(), y.std()

tf.keras.utils.set_random_seed(SEED)


def dense(inputs, outputs):
    """Return kernels and biases for all networks, drawn as Keras does."""
    limit = (6 / (inputs + outputs)) ** 0.5
    kernel = tf.random.uniform((NETWORKS, inputs, outputs), -limit, limit)
    return [tf.Variable(kernel), tf.Variable(tf.zeros((NETWORKS, 1, outputs)))]


W, b, v, c = weights = [*dense(10, HIDDEN), *dense(HIDDEN, 1)]


def predict(x):
    """Return the prediction of each network for each patient."""
    return tf.tanh(x @ W + b) @ v + c


@tf.function  # compiles the loop: the same arithmetic, faster
def train(x, y):
    """Follow the gradient for all steps."""
    for _ in tf.range(STEPS):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.reduce_mean((predict(x) - y) ** 2, axis=1))
        for weight, gradient in zip(weights, tape.gradient(loss, weights)):
            weight.assign_sub(LEARNING_RATE * gradient)


def report(when):
    """Print the mean absolute error over the new patients: how it spreads over the networks."""
    errors = np.mean(np.abs(predict(new_x).numpy() * spread + middle - new_y), axis=(1, 2))
    low, high = errors.min(), errors.max()
    print(f"{when}: mean {errors.mean():.1f}, from {low:.1f} to {high:.1f}", end="")
    print(f", standard deviation {errors.std():.1f}")


report("before training")
train(x, (y - middle) / spread)
report("after training ")
print(f"answering the mean of the training patients: {np.abs(new_y - middle).mean():.1f}")
