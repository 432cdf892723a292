"""Describe four networks by two numbers each, and print the one that reads most test cards.

Twenty networks of each kind; the numbers are medians.
Run it: nox -s run -- examples/overfitting/which_to_ship.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 4
PUPILS = 20
KINDS = {"A": (4, 100), "B": (64, 2), "C": (16, 20), "D": (64, 100)}  # width, epochs

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
parts = np.split(order[:, :900], [200, 500], axis=1)
x, new_x, test_x = (images[part].astype("float32") / 16 for part in parts)
y, new_y, test_y = (digits[part] for part in parts)


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
            exams = [(x, y), (new_x, new_y), (test_x, test_y)]
            results = [cross_entropy(*exam) for exam in exams]
            history.append([np.array(part) for part in results])
    return history


signs, exams = {}, {}
for kind, (width, epochs) in KINDS.items():
    known, new, test = (np.median(share) for _, share in learn(width, epochs, epochs)[-1])
    signs[kind], exams[kind] = known - new, test
    print(f"{kind}: training {known:.0%}, validation {new:.0%}", end=", ")
    print(f"gap {known - new:.2f}; width {width}, epochs {epochs}, test {test:.1%}")
print("The smallest gap:", min(signs, key=signs.get))
print("The most test cards right:")
print(max(exams, key=exams.get))
