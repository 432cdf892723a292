"""Season the soup with four momenta at one learning rate, and print the losses unnamed.

Run it: nox -s run -- examples/optimizers/momentum_trace.py
"""

import numpy as np
import tensorflow as tf

COLUMN_SEED = 6  # decides which column is called A
MOMENTA = [0.0, 0.5, 0.9, 0.99]
RATE = 0.02
STEPS = 100
EVERY = 10

steepness, best = np.float32([20, 0.2]), np.float32([1, 5])


@tf.function  # compiles the loop: the same arithmetic, faster
def season(optimizer, recipe):
    """Return the loss before each step, and after the last."""
    losses = tf.TensorArray(tf.float32, STEPS + 1)
    for step in tf.range(STEPS + 1):
        losses = losses.write(step, tf.reduce_sum(steepness / 2 * (recipe - best) ** 2))
        optimizer.apply_gradients([(steepness * (recipe - best), recipe)])
    return losses.stack()


trace = {}
for momentum in MOMENTA:
    recipe = tf.Variable([0.0, 0.0])
    optimizer = tf.keras.optimizers.SGD(learning_rate=RATE, momentum=momentum)
    optimizer.build([recipe])
    trace[momentum] = season(optimizer, recipe).numpy()

order = np.random.default_rng(COLUMN_SEED).permutation(MOMENTA)
columns = dict(zip("ABCD", order.tolist()))
print("step", *[f"{column:>8}" for column in columns])
for step in range(0, STEPS + 1, EVERY):
    print(f"{step:4}", *[f"{trace[momentum][step]:8.3f}" for momentum in columns.values()])
