"""Train networks with 4 to 128 hidden units on 200 cards, for 100 epochs.

Twenty networks of each width, each with its own cards.
Run it: nox -s run -- examples/overfitting/widths.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 3
PUPILS = 20
EPOCHS = 100

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


new = {}
for width in (4, 16, 128):
    (_, known), (_, shares) = learn(width, EPOCHS, EPOCHS)[-1]
    new[width] = np.median(shares)
    count = 64 * width + width + width * 10 + 10
    print(f"width {width:3}, {count:5} weights: training cards {np.median(known):.1%}", end=", ")
    print(f"new cards {new[width]:.1%}, from {shares.min():.1%} to {shares.max():.1%}")
print("The width that reads fewest new cards:")
print(min(new, key=new.get))
