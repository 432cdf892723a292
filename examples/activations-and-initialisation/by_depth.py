"""Train networks of one, three and ten hidden layers, with sigmoid and with tanh.

Twenty networks each, with their own starts and images; 60 steps of Adam.
Run it: nox -s run -- examples/activations-and-initialisation/by_depth.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, STEPS, BATCH = 20, 32, 60, 60

images, digits = load_digits(return_X_y=True)
images = ((images - images.mean()) / images.std()).astype("float32")


def train(activation, depth):
    """Return the share of new images that each network reads."""
    rng = np.random.default_rng(SEED)
    order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
    x, y = images[order[:, :600]], digits[order[:, :600]]
    new_x, new_y = images[order[:, 1000:1400]], digits[order[:, 1000:1400]]

    def glorot(*shape):
        spread = np.sqrt(2 / (shape[-2] + shape[-1]))
        return tf.Variable(rng.normal(0, spread, shape).astype("float32"))

    first = glorot(STARTS, 64, LAMPS)
    hidden = glorot(depth - 1, STARTS, LAMPS, LAMPS)
    last = glorot(STARTS, LAMPS, 10)
    biases = tf.Variable(tf.zeros((depth, STARTS, 1, LAMPS)))
    last_bias = tf.Variable(tf.zeros((STARTS, 1, 10)))
    weights = [first, last, biases, last_bias]
    if depth > 1:
        weights.append(hidden)
    optimizer = tf.keras.optimizers.Adam(0.003)
    optimizer.build(weights)

    def scores(lamps):
        for kernel, bias in zip([first, *tf.unstack(hidden)], tf.unstack(biases)):
            lamps = activation(lamps @ kernel + bias)
        return lamps @ last + last_bias

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores(x))
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    for number in range(STEPS):
        seen = number * BATCH % 600
        step(x[:, seen : seen + BATCH], y[:, seen : seen + BATCH])
    return np.mean(scores(new_x).numpy().argmax(axis=2) == new_y, axis=1)


right = {}
for name, activation in (("sigmoid", tf.sigmoid), ("tanh", tf.tanh)):
    for depth in (1, 3, 10):
        right[name, depth] = shares = train(activation, depth)
        print(f"{name}, {depth} hidden: {np.median(shares):.0%}", end="")
        print(f" ({shares.min():.0%} to {shares.max():.0%})")
nothing = [f"{name} at depth {depth}" for (name, depth), s in right.items() if s.max() < 0.25]
print("Under a quarter of the images in all twenty networks:")
print(*nothing, sep=" and ")
