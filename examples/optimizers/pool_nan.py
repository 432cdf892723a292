"""Fit a straight line to y = 2 x with four optimizers, and print which one reaches NaN.

Twenty random starts each, all trained at once.
Run it: nox -s run -- examples/optimizers/pool_nan.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
STARTS = 20
STEPS = 100

x = np.array([1.0, 2.0, 3.0, 4.0], dtype="float32")
start = np.random.default_rng(SEED).uniform(-1.7, 1.7, (STARTS, 2)).astype("float32")

optimizers = {
    "SGD, learning rate 1.0": tf.keras.optimizers.SGD(learning_rate=1.0),
    "RMSprop, learning rate 1.0": tf.keras.optimizers.RMSprop(learning_rate=1.0),
    "Adam, learning rate 1.0": tf.keras.optimizers.Adam(learning_rate=1.0),
    "Adam, learning rate 100.0": tf.keras.optimizers.Adam(learning_rate=100.0),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def train(optimizer, line):
    """Return the losses; shape steps, starts."""
    losses = tf.TensorArray(tf.float32, STEPS)
    for step in tf.range(STEPS):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((line[:, :1] * x + line[:, 1:] - 2 * x) ** 2, axis=1)
        losses = losses.write(step, loss)
        optimizer.apply_gradients([(tape.gradient(loss, line), line)])
    return losses.stack()


counts = {}
for name, optimizer in optimizers.items():
    line = tf.Variable(start)  # weight and bias of each line
    optimizer.build([line])
    losses = train(optimizer, line).numpy()
    counts[name] = int(np.isnan(losses[-1]).sum())
    print(f"{name:27} NaN in {counts[name]:2} of {STARTS}, largest loss {np.nanmax(losses):.2g}")
print("Always NaN:")
print(*[name for name, count in counts.items() if count == STARTS], sep=", ")
