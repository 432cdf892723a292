"""Read four vital signs of a training with Adam, at a range of learning rates.

A small network on scikit-learn's breast cancer data, 300 patients to train on.
Twenty random starts per rate, trained at once.
Run it: nox -s run -- examples/optimizers/vital_signs.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer

SEED = 1
STARTS = 20
HIDDEN = 8
EPOCHS, BATCH = 8, 30
RATES = np.array([0.0001, 0.01, 0.1, 1.0])

features, labels = load_breast_cancer(return_X_y=True)
order = np.random.default_rng(SEED).permutation(len(labels))
x, y = features[order], labels[order].astype(float)
x = (x - x[:300].mean(axis=0)) / x[:300].std(axis=0)
train_x, train_y, new_x, new_y = x[:300], y[:300], x[300:], y[300:]

draws = np.random.default_rng(SEED)


def start(inputs, outputs):
    """Return random kernels, the same for each rate."""
    limit = np.sqrt(6 / (inputs + outputs))
    drawn = draws.uniform(-limit, limit, (1, STARTS, inputs, outputs))
    return tf.Variable(np.tile(drawn, (len(RATES), 1, 1, 1)))


kernel, kernel_2 = start(30, HIDDEN), start(HIDDEN, 1)
bias = tf.Variable(tf.zeros((len(RATES), STARTS, 1, HIDDEN), tf.float64))
weights = [kernel, bias, kernel_2]
optimizer = tf.keras.optimizers.Adam(lambda: tf.constant(RATES)[:, None, None, None])


def loss_of(inputs, answers):
    """Return the loss and the accuracy of each network; shape rates, starts."""
    logits = (tf.nn.relu(inputs @ kernel + bias) @ kernel_2)[..., 0]
    answers = tf.broadcast_to(answers, tf.shape(logits))
    losses = tf.nn.sigmoid_cross_entropy_with_logits(answers, logits)
    right = tf.cast((logits > 0) == (answers > 0.5), tf.float64)
    return tf.reduce_mean(losses, axis=-1), tf.reduce_mean(right, axis=-1)


def size(tensor):
    """Return the length of each network's first kernel, taken as one long arrow."""
    return np.sqrt(np.sum(np.square(tensor), axis=(2, 3)))


epoch_losses = [loss_of(train_x, train_y)[0].numpy()]
ratios = []
for epoch in range(EPOCHS):
    for batch in draws.permutation(300).reshape(-1, BATCH):
        before = kernel.numpy()
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(loss_of(train_x[batch], train_y[batch])[0])
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        ratios.append(size(kernel.numpy() - before) / size(before))
    epoch_losses.append(loss_of(train_x, train_y)[0].numpy())

epoch_losses = np.array(epoch_losses)
peak = epoch_losses[1:].max(axis=0) / epoch_losses[0]
new_losses, new_right = loss_of(new_x, new_y)
print("mean of twenty starts, after eight epochs")
print("rate     loss: first   last   highest/first   step/weights   new patients: loss   right")
for row, rate in enumerate(RATES):
    print(
        f"{rate:<9g}{epoch_losses[0, row].mean():11.3f}{epoch_losses[-1, row].mean():7.3f}"
        f"{peak[row].mean():13.2f}{np.median(ratios, axis=0)[row].mean():17.4f}"
        f"{np.mean(new_losses[row]):18.3f}{np.mean(new_right[row]):11.1%}"
    )
higher = int(np.sum(new_losses[2].numpy() > new_losses[1].numpy()))
print(f"new patients: loss higher at {RATES[2]} than at {RATES[1]} in {higher} of {STARTS} starts")
