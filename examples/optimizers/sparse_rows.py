"""Train an embedding of five words, and see which rows move when only one word was read.

First a text with all five words, then ten texts with word 0 alone. The gradient is
sparse: it holds rows for the words that were read.
Run it: nox -s run -- examples/optimizers/sparse_rows.py
"""

import numpy as np
import tensorflow as tf

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.1),
    "momentum": tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.1),
    "Adagrad": tf.keras.optimizers.Adagrad(learning_rate=0.1),
}

for name, optimizer in optimizers.items():
    table = tf.Variable(tf.zeros((5, 1)))
    for text in [[0, 1, 2, 3, 4]] + [[0]] * 10:
        before = table.numpy()
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.gather(table, text))
        gradient = tape.gradient(loss, table)
        optimizer.apply_gradients([(gradient, table)])
        if len(text) == 5:
            moved_by_first = table.numpy()[4, 0]
    rows = np.flatnonzero((table.numpy() != before)[:, 0])
    later = table.numpy()[4, 0] - moved_by_first
    print(
        f"{name:9} word 4: {moved_by_first:+.3f} when it was read, {later:+.3f} in the ten steps "
        f"after; rows moved by the last step: {rows.tolist()}"
    )
print(f"kind of gradient: {type(gradient).__name__}, rows in it: {gradient.indices.numpy()}")
