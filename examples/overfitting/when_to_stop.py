"""Stop twenty networks at four epochs, and give each its final exam.

Each has its own start, 200 training cards with 40 misprints, 300 validation cards
and 400 test cards. Run it: nox -s run -- examples/overfitting/when_to_stop.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 2
PUPILS = 20
MISPRINTS = 40
WIDTH = 64
EPOCHS = [5, 20, 60, 100]

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
parts = np.split(order[:, :900], [200, 500], axis=1)
x, validation_x, test_x = (images[part].astype("float32") / 16 for part in parts)
y, validation_y, test_y = (digits[part] for part in parts)
y[:, :MISPRINTS] += rng.integers(1, 10, (PUPILS, MISPRINTS))
y %= 10


def glorot(inputs, outputs):
    """Return random weights, a table for each network."""
    limit = (6 / (inputs + outputs)) ** 0.5
    drawn = rng.uniform(-limit, limit, (PUPILS, inputs, outputs))
    return tf.Variable(drawn.astype("float32"))


weights = [glorot(64, WIDTH), tf.Variable(tf.zeros((PUPILS, 1, WIDTH)))]
weights += [glorot(WIDTH, 10), tf.Variable(tf.zeros((PUPILS, 1, 10)))]
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
optimizer.build(weights)


def cross_entropy(fronts, backs):
    """Return the scores, and the loss of each network."""
    scores = tf.nn.relu(fronts @ weights[0] + weights[1]) @ weights[2] + weights[3]
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(backs, scores)
    return scores, tf.reduce_mean(losses, axis=1)


@tf.function  # compiles the step: the same arithmetic, faster
def learn():
    """Train all networks for one epoch, which is one step."""
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(cross_entropy(x, y)[1])  # networks stay apart
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


exams = {}
for epoch in range(1, EPOCHS[-1] + 1):
    learn()
    if epoch in EPOCHS:
        loss = np.median(cross_entropy(x, y)[1])
        validation_loss = np.median(cross_entropy(validation_x, validation_y)[1])
        said = cross_entropy(test_x, test_y)[0].numpy().argmax(axis=2)
        exams[epoch] = np.mean(said == test_y, axis=1)
        print(f"epoch {epoch:3}: loss {loss:.2f}, validation loss {validation_loss:.2f}")
for epoch, exam in exams.items():
    print(f"stopped at {epoch:3}: {np.median(exam):.1%} of the test cards, worst {exam.min():.1%}")
print("Best in the exam:")
print("After epoch", max(exams, key=lambda epoch: np.median(exams[epoch])))
