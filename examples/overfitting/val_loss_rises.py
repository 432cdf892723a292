"""Train twenty networks far beyond their lowest validation loss, and look at the accuracy.

No misprints: 200 cards each, 400 validation cards.
Run it: nox -s run -- examples/overfitting/val_loss_rises.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
PUPILS = 20
EPOCHS = 400
EVERY = 5

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
parts = np.split(order[:, :600], [200], axis=1)
x, new_x = (images[part].astype("float32") / 16 for part in parts)
y, new_y = digits[order[:, :200]], digits[order[:, 200:600]]


def glorot(inputs, outputs):
    """Return random weights, a table for each network."""
    limit = (6 / (inputs + outputs)) ** 0.5
    drawn = rng.uniform(-limit, limit, (PUPILS, inputs, outputs))
    return tf.Variable(drawn.astype("float32"))


def learn(width, epochs, every):
    """Train networks of this width; return loss and share right every so many epochs."""
    weights = [glorot(64, width), tf.Variable(tf.zeros((PUPILS, 1, width)))]
    weights += [glorot(width, 10), tf.Variable(tf.zeros((PUPILS, 1, 10)))]
    optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
    optimizer.build(weights)

    def cross_entropy(fronts, backs):
        scores = tf.nn.relu(fronts @ weights[0] + weights[1]) @ weights[2] + weights[3]
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(backs, scores)
        right = tf.argmax(scores, axis=2) == backs
        return tf.reduce_mean(losses, axis=1), tf.reduce_mean(tf.cast(right, "float32"), axis=1)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(cross_entropy(x, y)[0])  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    history = []
    for epoch in range(1, epochs + 1):
        step()
        if epoch % every == 0:
            results = cross_entropy(x, y), cross_entropy(new_x, new_y)
            history.append([np.array(part) for part in results])
    return history


history = learn(64, EPOCHS, EVERY)
losses = np.array([loss for _, (loss, _) in history])  # a row for each fifth epoch
shares = np.array([share for _, (_, share) in history])
lowest = losses.argmin(axis=0)
at_lowest = shares[lowest, np.arange(PUPILS)]
rise = losses[-1] / losses.min(axis=0) - 1
print(f"epoch of the lowest validation loss: median {EVERY * np.median(lowest + 1):.0f}")
print(f"the loss has risen by {np.median(rise):.0%} (median), at least {rise.min():.0%}")
at_end = shares[-1]
print(f"accuracy at the lowest loss {np.median(at_lowest):.1%}, at the end {np.median(at_end):.1%}")
print(f"at the end higher in {np.sum(at_end > at_lowest)}, lower in {np.sum(at_end < at_lowest)}")
change = np.median(at_end) - np.median(at_lowest)
names = {-0.1: "It falls by ten points or so", -0.03: "It falls by three points or so"}
names |= {0.0: "It stays within a point or so", 0.03: "It rises by three points or so"}
print("What becomes of the validation accuracy:")
print(names[min(names, key=lambda size: abs(size - change))])
