"""Freeze a layer between two calls of `fit`, and print what makes it stand still.

Run it: nox -s run -- examples/training/freeze_late.py
"""

import numpy as np
import tensorflow as tf

SEED = 1

x = np.random.default_rng(SEED).normal(size=(32, 3)).astype("float32")
y = x.sum(axis=1, keepdims=True)
data = tf.data.Dataset.from_tensors((x, y))

tf.keras.utils.set_random_seed(SEED)
hidden = tf.keras.layers.Dense(4, activation="tanh")
model = tf.keras.Sequential([tf.keras.Input((3,)), hidden, tf.keras.layers.Dense(1)])


def compile_model():
    """Tell the model how to train."""
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")


def hidden_moves():
    """Fit for three epochs; return how far the hidden kernel moved in them."""
    before = hidden.kernel.numpy()
    model.fit(data, epochs=3, shuffle=False, verbose=0)
    return np.abs(hidden.kernel.numpy() - before).max()


compile_model()
print(f"trainable:                   moves by up to {hidden_moves():.4f}")
hidden.trainable = False
frozen = hidden_moves()
print(f"frozen:                      moves by up to {frozen:.4f}")
compile_model()
compiled = hidden_moves()
print(f"frozen, then compiled again: moves by up to {compiled:.4f}")

readings = {
    "It stands still at once": frozen == 0,
    "It goes on moving until the model is compiled again": frozen > 0 and compiled == 0,
    "It goes on moving, even after a new compile": compiled > 0,
}
print("What the hidden layer does in the second fit:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
