"""Train 20 networks with Adam at learning rate 1.0, and print what becomes of the loss.

Each network has ten ReLU units and learns from 64 made-up houses with three
features. All twenty are trained at once, from twenty random starts.
Run it: nox -s run -- examples/optimizers/adam_rate_one.py
"""

from collections import Counter

import numpy as np
import tensorflow as tf

SEED = 0
NETWORKS = 20
STEPS = 100

rng = np.random.default_rng(SEED)
x = rng.normal(size=(64, 3)).astype("float32")
y = (x @ [[2.0], [-1.0], [0.5]] + 0.1 * rng.normal(size=(64, 1))).astype("float32")


def train(learning_rate):
    """Return the losses, one row for each step, one column for each network."""
    draws = np.random.default_rng(SEED)
    first, second = np.sqrt(6 / (3 + 10)), np.sqrt(6 / (10 + 1))  # as GlorotUniform draws
    kernel = tf.Variable(draws.uniform(-first, first, (NETWORKS, 3, 10)).astype("float32"))
    kernel_2 = tf.Variable(draws.uniform(-second, second, (NETWORKS, 10, 1)).astype("float32"))
    bias = tf.Variable(tf.zeros((NETWORKS, 1, 10)))
    bias_2 = tf.Variable(tf.zeros((NETWORKS, 1, 1)))
    weights = [kernel, bias, kernel_2, bias_2]
    optimizer = tf.keras.optimizers.Adam(learning_rate=learning_rate)
    optimizer.build(weights)

    @tf.function  # compiles the loop: the same arithmetic, faster
    def all_steps():
        losses = tf.TensorArray(tf.float32, STEPS + 1)
        for step in tf.range(STEPS + 1):
            with tf.GradientTape() as tape:
                predictions = tf.nn.relu(x @ kernel + bias) @ kernel_2 + bias_2
                loss = tf.reduce_mean((predictions - y) ** 2, axis=[1, 2])
            losses = losses.write(step, loss)
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return losses.stack()

    return all_steps().numpy()


def fate(losses):
    """Say in words what became of the loss of one network."""
    if np.isnan(losses).any():
        return "It becomes NaN"
    if losses.max() < 1.01 * losses[0]:
        return "It falls from the first step on, only faster"
    if losses[-1] < losses[0]:
        return "It jumps up, then comes back below where it started"
    return "It jumps up and stays there"


calm, wild = train(0.01), train(1.0)
jumps = wild.max(axis=0) / wild[0]
fates = Counter(fate(losses) for losses in wild.T)
print("median loss     at the start  after 10 steps  after 100 steps")
for name, losses in {"rate 0.01": calm, "rate 1.0": wild}.items():
    start, ten, end = np.median(losses[[0, 10, 100]], axis=1)
    print(f"{name:12}{start:16.3f}{ten:16.3f}{end:17.3f}")
print(f"rate 1.0: the loss peaks at {jumps.min():.0f} to {jumps.max():.0f} times its first value,")
peaks = wild.argmax(axis=0)
print(f"between step {peaks.min()} and step {peaks.max()}")
for what, count in fates.items():
    print(f"{count} of {NETWORKS}: {what}")
print("Most often:")
print(fates.most_common(1)[0][0])
