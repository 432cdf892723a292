"""Learn 300 cards, 120 of them misprinted, for 100 epochs, in twenty packs at once.

Run it: nox -s run -- examples/overfitting/experiment_baseline.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
PACKS = 20
MISPRINTS = 0.4

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PACKS, 1)), axis=1)
fronts, backs = images[order].astype("float32") / 16, digits[order]
pack_x, test_x, test_y = fronts[:, :300], fronts[:, 300:800], backs[:, 300:800]
misprinted = rng.permuted(np.tile(np.arange(300) < 300 * MISPRINTS, (PACKS, 1)), axis=1)
pack_y = (backs[:, :300] + misprinted * rng.integers(1, 10, (PACKS, 300))) % 10


def cross_entropy(weights, x, y):
    """Return the scores for the cards, and the loss of each network."""
    scores = tf.nn.relu(x @ weights[0] + weights[1]) @ weights[2] + weights[3]
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores)
    return scores, tf.reduce_mean(losses, axis=1)


def learn(x, y, epochs, after_epoch=None):
    """Train a network with 64 hidden units on each pack; return the weights."""
    draws = np.random.default_rng(SEED)
    weights = []
    for inputs, outputs in ((64, 64), (64, 10)):
        limit = (6 / (inputs + outputs)) ** 0.5
        kernel = draws.uniform(-limit, limit, (PACKS, inputs, outputs)).astype("float32")
        weights += [tf.Variable(kernel), tf.Variable(tf.zeros((PACKS, 1, outputs)))]
    optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
    optimizer.build(weights)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(cross_entropy(weights, x, y)[1])  # packs stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    for epoch in range(1, epochs + 1):
        step()
        if after_epoch:
            after_epoch(epoch, weights)
    return weights


def report(name, weights):
    """Print how many of the 500 test cards each network reads."""
    said = cross_entropy(weights, test_x, test_y)[0].numpy().argmax(axis=2)
    shares = np.mean(said == test_y, axis=1)
    print(f"{name}: median {np.median(shares):.1%}, worst {shares.min():.1%}", end=", ")
    print(f"best {shares.max():.1%}; above 80% in {np.sum(shares > 0.8)} of {PACKS}")
    return shares


weights = learn(pack_x, pack_y, epochs=100)
said = cross_entropy(weights, pack_x, pack_y)[0].numpy().argmax(axis=2)
print(f"of its own pack: median {np.median(np.mean(said == pack_y, axis=1)):.1%}")
baseline = report("test cards", weights)
