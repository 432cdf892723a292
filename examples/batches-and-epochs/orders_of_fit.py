"""List in which order `fit` takes eight rows, in three epochs.

Run it: nox -s run -- examples/batches-and-epochs/orders_of_fit.py
"""

import numpy as np
import tensorflow as tf

rows = np.arange(8.0).reshape(8, 1)  # each row holds its own number


def orders(*data, **arguments):
    """Return the numbers of the rows, as they come in each of three epochs."""
    seen = []

    def loss(y, prediction):
        seen.append(y.numpy()[:, 0].astype(int).tolist())
        return tf.reduce_mean((y - prediction) ** 2)

    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    model.compile(loss=loss, run_eagerly=True)
    model.fit(*data, epochs=3, verbose=0, **arguments)
    return seen


tf.keras.utils.set_random_seed(1)
data = tf.data.Dataset.from_tensor_slices((rows, rows)).shuffle(8).batch(8)
found = {"arrays": orders(rows, rows), "a shuffled Dataset": orders(data, shuffle=False)}
for name, seen in found.items():
    for epoch, order in enumerate(seen, start=1):
        print(f"{name}, epoch {epoch}:", *order)
