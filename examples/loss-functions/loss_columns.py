"""Train readers of digits in four ways, and print the loss of each under a letter.

Five networks learn for each column; the numbers are their mean loss.
Run it: nox -s run -- examples/loss-functions/loss_columns.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

NETWORKS = 5

images, digits = load_digits(return_X_y=True)
x, y = (images[:300] / 16).astype("float32"), digits[:300]
rng = np.random.default_rng(0)
starts = [rng.uniform(-0.25, 0.25, (NETWORKS, *shape)) for shape in ((64, 32), (32, 10))]


def cross_entropy(scores):
    """Return the cross-entropy of each image and network."""
    answers = tf.broadcast_to(y, (NETWORKS, 300))
    return tf.nn.sparse_softmax_cross_entropy_with_logits(answers, scores)


ways = {
    "the squared error of the chances": lambda scores: tf.reduce_mean(
        (tf.one_hot(y, 10) - tf.nn.softmax(scores)) ** 2
    ),
    "softmax twice": lambda scores: tf.reduce_mean(cross_entropy(tf.nn.softmax(scores))),
    "cross-entropy": lambda scores: tf.reduce_mean(cross_entropy(scores)),
    "cross-entropy, summed": lambda scores: tf.reduce_sum(cross_entropy(scores)) / NETWORKS,
}
columns = dict(zip("ABCD", ways))
losses = {}
for letter, way in columns.items():
    weights = [tf.Variable(start.astype("float32")) for start in starts]
    optimizer = tf.keras.optimizers.Adam(0.02)
    optimizer.build(weights)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(way=way, weights=weights, optimizer=optimizer):
        """Take one step, and return the loss before it."""
        with tf.GradientTape() as tape:
            loss = ways[way](tf.nn.relu(x @ weights[0]) @ weights[1])
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return loss

    losses[letter] = [float(step()) for _ in range(201)]
print("step  " + "".join(f"{letter:>10}" for letter in columns))
for step in (0, 10, 50, 100, 200):
    print(f"{step:4}  " + "".join(f"{losses[letter][step]:10.3f}" for letter in columns))
