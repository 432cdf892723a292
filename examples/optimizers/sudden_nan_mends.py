"""Mend sudden_nan.py one suspicion at a time, over twenty random starts, all trained at once.

Run it: nox -s run -- examples/optimizers/sudden_nan_mends.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
NETWORKS = 20
STEPS = 80

rng = np.random.default_rng(SEED)
x = rng.normal(size=(NETWORKS, 400, 3)).astype("float32")
y = (x @ np.float32([[2.0], [-1.0], [0.5]])).astype("float32")
missing = rng.integers(400, size=NETWORKS)
network = np.arange(NETWORKS)
y[network, missing] = np.nan
batches = rng.integers(400, size=(STEPS, NETWORKS, 16))
first, second = np.sqrt(6 / (3 + 10)), np.sqrt(6 / (10 + 1))
hidden = rng.uniform(-first, first, (NETWORKS, 3, 10)).astype("float32")
output = rng.uniform(-second, second, (NETWORKS, 10, 1)).astype("float32")


def count_nan(rate=1.0, clip=None, smooth=False, fill=False):
    """Return how many of the twenty losses became NaN."""
    answers = np.nan_to_num(y, nan=float(np.nanmean(y))) if fill else y
    activation = tf.nn.tanh if smooth else tf.nn.relu
    kernel, kernel_2 = tf.Variable(hidden), tf.Variable(output)
    bias, bias_2 = tf.Variable(tf.zeros((NETWORKS, 1, 10))), tf.Variable(tf.zeros((NETWORKS, 1, 1)))
    weights = [kernel, bias, kernel_2, bias_2]
    optimizer = tf.keras.optimizers.Adam(learning_rate=rate, clipvalue=clip)
    optimizer.build(weights)

    @tf.function  # compiles the loop: the same arithmetic, faster
    def train():
        lost = tf.zeros(NETWORKS, bool)
        for step in tf.range(STEPS):
            batch = tf.gather(batches, step)
            some_x = tf.gather(x, batch, batch_dims=1)
            some_y = tf.gather(answers, batch, batch_dims=1)
            with tf.GradientTape() as tape:
                predictions = activation(some_x @ kernel + bias) @ kernel_2 + bias_2
                loss = tf.reduce_mean(tf.square(some_y - predictions), axis=[1, 2])
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
            lost = tf.math.is_nan(loss)
        return lost

    return int(np.sum(train()))


mends = {
    "Adam's learning rate of 1.0 is too large": dict(rate=0.001),
    "The gradients explode and are not clipped": dict(clip=1.0),
    "The ReLU units have no upper bound": dict(smooth=True),
    "One of the answers is missing": dict(fill=True),
}

counts = {fault: count_nan(**mend) for fault, mend in mends.items()}
for fault, count in counts.items():
    print(f"NaN in {count:2} of {NETWORKS}: {fault}")
print("No NaN at all once this was mended:")
print(*[fault for fault in mends if counts[fault] == 0], sep="\n")
