"""Run two examples of the documentation: a rate for each epoch, and a decay over 100000 steps.

Run it: nox -s run -- examples/learning-rate-schedules/documented.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)


def scheduler(epoch, lr):
    """Keep the rate for two epochs, and let it shrink from then on."""
    return lr if epoch < 2 else lr * tf.keras.ops.exp(-0.1)


def as_float(epoch, lr):
    """Do the same, and return a Python number."""
    return float(scheduler(epoch, lr))


for name, schedule in {"as documented": scheduler, "with float()": as_float}.items():
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.01), loss="mse")
    callback = tf.keras.callbacks.LearningRateScheduler(schedule)
    x = np.ones((4, 1))
    try:
        history = model.fit(x, x, epochs=4, verbose=0, callbacks=[callback]).history
        print(f"{name}: rates", *[f"{rate:.5f}" for rate in history["learning_rate"]])
    except ValueError as error:
        print(f"{name}: {type(error).__name__}: {str(error).split('.')[0]}")
decay = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 100_000, 0.96, staircase=True)
print(f"after 100 epochs of 45 steps: {float(decay(4500)):.3f}")
print(f"after 100000 steps: {float(decay(100_000)):.3f}")
