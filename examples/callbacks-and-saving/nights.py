"""Train forty networks in forty nights, and keep the losses and weights of every epoch.

Each night has its own split of scikit-learn's diabetes records and its own start; all
nights are trained at once. Run it: nox -s run -- examples/callbacks-and-saving/nights.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
NIGHTS = 40
PATIENTS = 200  # to train on


def scaled(values):
    """Scale by what the training patients of each night are like."""
    known = values[:, :PATIENTS]
    values = (values - known.mean(axis=1, keepdims=True)) / known.std(axis=1, keepdims=True)
    return values.astype("float32")


def answers(weights, x):
    """Return what each network says about its patients."""
    return tf.nn.relu(x @ weights[0] + weights[1]) @ weights[2] + weights[3]


def train(validation=20, rate=0.01, units=32, epochs=60, nights=NIGHTS, seed=SEED):
    """Return training, validation and test loss after every epoch, and the weights."""
    measured, progress = load_diabetes(return_X_y=True)
    rng = np.random.default_rng(seed)
    order = rng.permuted(np.tile(np.arange(len(progress)), (nights, 1)), axis=1)
    x, y = scaled(measured[order]), scaled(progress[order][..., None])
    weights = []
    for inputs, outputs in ((10, units), (units, 1)):
        limit = (6 / (inputs + outputs)) ** 0.5
        kernel = rng.uniform(-limit, limit, (nights, inputs, outputs)).astype("float32")
        weights += [tf.Variable(kernel), tf.Variable(tf.zeros((nights, 1, outputs)))]
    optimizer = tf.keras.optimizers.Adam(learning_rate=rate)
    optimizer.build(weights)

    @tf.function  # compiles the epoch: the same arithmetic, faster
    def epoch(batches):
        for rows in batches:
            some_x, some_y = tf.gather(x, rows, axis=1), tf.gather(y, rows, axis=1)
            with tf.GradientTape() as tape:
                errors = (answers(weights, some_x) - some_y) ** 2
                loss = tf.reduce_sum(tf.reduce_mean(errors, axis=1))  # nights stay apart
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return ((answers(weights, x) - y) ** 2)[..., 0]

    losses, kept = [], []
    for _epoch in range(epochs):
        errors = epoch(tf.constant(rng.permutation(PATIENTS).reshape(4, -1))).numpy()
        parts = np.split(errors, [PATIENTS, PATIENTS + validation], axis=1)
        losses.append([part.mean(axis=1) for part in parts])
        kept.append([weight.numpy() for weight in weights])
    return np.array(losses), kept, (x[:, PATIENTS + validation :], y[:, PATIENTS + validation :])


losses, kept, (test_x, test_y) = train()
training, validation, test = losses.transpose(1, 0, 2)  # a row for each epoch
best = validation.argmin(axis=0)  # of each night; counted from 0
night = np.arange(NIGHTS)
print(f"epoch of the lowest validation loss: {best.min() + 1} to {best.max() + 1}", end=", ")
print(f"median {np.median(best + 1):.0f}")
for name, loss in {"lowest": validation[best, night], "last": validation[-1]}.items():
    print(f"{name} validation loss: {np.median(loss):.2f}")
for name, loss in {"best": test[best, night], "last": test[-1]}.items():
    print(f"test loss of the {name} epoch: {np.median(loss):.2f}, worst {loss.max():.2f}")
