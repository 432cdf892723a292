"""Freeze a layer between two calls of `fit`, and print what makes it stand still.

Run it: python freeze_late.py
"""

import numpy as np
import tensorflow as tf

SEED = 1

x = np.random.default_rng(SEED).normal(size=(32, 3)).astype("float32")
y = x.sum(axis=1, keepdims=True)
data = tf.data.Dataset.from_tensors((x, y))


def hidden_moves(freeze, compile_again=False):
    """Fit, treat the hidden layer, fit again; tell how far the hidden kernel moved then."""
    tf.keras.utils.set_random_seed(SEED)
    hidden = tf.keras.layers.Dense(4, activation="tanh")
    model = tf.keras.Sequential([tf.keras.Input(shape=(3,)), hidden, tf.keras.layers.Dense(1)])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")
    model.fit(data, epochs=3, shuffle=False, verbose=0)
    if freeze:
        hidden.trainable = False
    if compile_again:
        model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")
    before = hidden.kernel.numpy()
    model.fit(data, epochs=3, shuffle=False, verbose=0)
    return np.abs(hidden.kernel.numpy() - before).max()


never = hidden_moves(freeze=False)
at_once = hidden_moves(freeze=True)
after_compile = hidden_moves(freeze=True, compile_again=True)
print(f"not frozen:                     moves by up to {never:.4f}")
print(f"frozen:                         moves by up to {at_once:.4f}")
print(f"frozen, then compiled again:    moves by up to {after_compile:.4f}")

readings = {
    "It stands still at once": at_once == 0,
    "It goes on moving until the model is compiled again": at_once > 0 and after_compile == 0,
    "It goes on moving, even after a new compile": after_compile > 0,
}
print("What the hidden layer does in the second fit:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
