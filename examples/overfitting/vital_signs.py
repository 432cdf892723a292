"""Print the numbers by which overfitting is recognised, for five trainings.

Twenty networks each, with their own starts and cards; the numbers are medians.
Run it: nox -s run -- examples/overfitting/vital_signs.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 5
PUPILS = 20
TRAININGS = {  # cards, misprints among them, hidden units, epochs
    "too short": (200, 0, 64, 5),
    "too narrow": (200, 0, 4, 100),
    "misprints": (200, 40, 64, 100),
    "few cards": (40, 0, 64, 100),
    "good": (200, 0, 64, 100),
}
EVERY = 5

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
new_x, new_y = images[order[:, 200:500]].astype("float32") / 16, digits[order[:, 200:500]]


def glorot(inputs, outputs):
    """Return random weights, a table for each network."""
    limit = (6 / (inputs + outputs)) ** 0.5
    drawn = rng.uniform(-limit, limit, (PUPILS, inputs, outputs))
    return tf.Variable(drawn.astype("float32"))


def train(cards, misprints, units, epochs):
    """Return the losses and accuracies every five epochs; shape epochs, four, networks."""
    x, y = images[order[:, :cards]].astype("float32") / 16, digits[order[:, :cards]]
    y[:, :misprints] += rng.integers(1, 10, (PUPILS, misprints))
    y %= 10
    weights = [glorot(64, units), tf.Variable(tf.zeros((PUPILS, 1, units)))]
    weights += [glorot(units, 10), tf.Variable(tf.zeros((PUPILS, 1, 10)))]
    optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
    optimizer.build(weights)

    def results(fronts, backs):
        scores = tf.nn.relu(fronts @ weights[0] + weights[1]) @ weights[2] + weights[3]
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(backs, scores)
        right = tf.cast(tf.argmax(scores, axis=2) == backs, "float32")
        return tf.reduce_mean(losses, axis=1), tf.reduce_mean(right, axis=1)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(results(x, y)[0])  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    seen = []
    for epoch in range(1, epochs + 1):
        step()
        if epoch % EVERY == 0:
            seen.append([*results(x, y), *results(new_x, new_y)])
    return np.array(seen)


signs = {}
print("training    training  validation    gap   last/lowest val_loss   lowest at epoch")
for name, setting in TRAININGS.items():
    seen = train(*setting)
    known, new = np.median(seen[-1, 1]), np.median(seen[-1, 3])
    signs[name] = known, new
    gap = np.median(seen[-1, 1] - seen[-1, 3])
    risen = np.median(seen[-1, 2] / seen[:, 2].min(axis=0))
    epoch = EVERY * (1 + np.median(seen[:, 2].argmin(axis=0)))
    print(f"{name:11} {known:8.1%} {new:11.1%} {gap:7.1%} {risen:18.2f} {epoch:15.0f}")
