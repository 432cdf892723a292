"""Choose the number of epochs with 100 of 300 cards, then train again on all 300.

Twenty packs; 120 cards of each are misprinted.
Run it: nox -s run -- examples/overfitting/pool_train_again.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 7
PUPILS = 20
EPOCHS = 50

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
x, y = images[order[:, :300]].astype("float32") / 16, digits[order[:, :300]]
test_x, test_y = images[order[:, 300:700]].astype("float32") / 16, digits[order[:, 300:700]]
wrong = rng.permuted(np.tile(np.arange(300) < 120, (PUPILS, 1)), axis=1)
y = (y + wrong * rng.integers(1, 10, y.shape)) % 10


def glorot(inputs, outputs):
    """Return random weights, a table for each network."""
    limit = (6 / (inputs + outputs)) ** 0.5
    drawn = rng.uniform(-limit, limit, (PUPILS, inputs, outputs))
    return tf.Variable(drawn.astype("float32"))


def learn(cards):
    """Return the losses on the last 100 cards and the test accuracy after each epoch."""
    weights = [glorot(64, 64), tf.Variable(tf.zeros((PUPILS, 1, 64)))]
    weights += [glorot(64, 10), tf.Variable(tf.zeros((PUPILS, 1, 10)))]
    optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
    optimizer.build(weights)

    def scores(fronts):
        return tf.nn.relu(fronts @ weights[0] + weights[1]) @ weights[2] + weights[3]

    def loss(part):
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y[:, part], scores(x[:, part]))
        return tf.reduce_mean(losses, axis=1)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            total = tf.reduce_sum(loss(slice(cards)))  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(total, weights), weights))
        right = tf.argmax(scores(test_x), axis=2) == test_y
        return loss(slice(200, 300)), tf.reduce_mean(tf.cast(right, "float32"), axis=1)

    return np.array([step() for _ in range(EPOCHS)]).transpose(1, 0, 2)


losses, shares = learn(200)
best, column = losses.argmin(axis=0), np.arange(PUPILS)
stopped, again = shares[best, column], learn(300)[1][best, column]
for name, exam in {"stopped in time": stopped, "trained again": again}.items():
    print(f"{name}: median {np.median(exam):.1%}, worst {exam.min():.1%}")
wins = np.sum(again > stopped)
print(f"better in {wins} of {PUPILS}")
print("In more than half" if wins > PUPILS / 2 else "In fewer than half" if wins else "In none")
