"""Roll 1000 balls into one of two valleys, without and with momentum 0.9.

Run it: nox -s run -- examples/optimizers/pool_valleys.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
SLOPE = [0.2, -0.3, -0.8, 0.5]  # by powers of the weight, from the third down
RIDGE = np.sort(np.roots(SLOPE))[1]  # left of it lies the deeper valley

starts = np.random.default_rng(SEED).uniform(-4, 4, 1000).astype("float32")


def in_deeper(momentum):
    """Return how many balls are in the deeper valley after 400 steps."""
    weights = tf.Variable(starts)
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.2, momentum=momentum)
    optimizer.build([weights])

    @tf.function  # compiles the loop: the same arithmetic, faster
    def roll():
        for step in tf.range(400):
            optimizer.apply_gradients([(tf.math.polyval(SLOPE, tf.identity(weights)), weights)])

    roll()
    return int(np.sum(weights.numpy() < RIDGE))


without, with_momentum = in_deeper(0.0), in_deeper(0.9)
print(f"in the deeper valley: {without} without momentum, {with_momentum} with")
verdicts = {1: "More", 0: "Exactly as many", -1: "Fewer"}
print(verdicts[int(np.sign(with_momentum - without))])
