"""Mend folds.py, one suspicion at a time, and count the folds with a model of another fold.

Run it: nox -s run -- examples/callbacks-and-saving/folds_mends.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

measured, progress = load_diabetes(return_X_y=True)
x = measured / measured.std(axis=0)
y = (progress - progress.mean()) / progress.std()
tf.keras.utils.set_random_seed(1)
layers = [tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)]
model = tf.keras.Sequential([tf.keras.Input(shape=(10,)), *layers])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.05), loss="mse")
start = model.get_weights()


def strangers(epochs=6, batch_size=55, seed=3, new_guard=False):
    """Return in how many folds the saved model is not one of this fold."""
    order = np.random.default_rng(seed).permutation(440)
    guard, count = None, 0
    for fold in range(4):
        if new_guard or fold == 0:
            guard = tf.keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
        others = order[fold * 110 : (fold + 1) * 110]
        known = np.setdiff1d(order, others)
        model.set_weights(start)
        seen = model.fit(
            x[known],
            y[known],
            validation_data=(x[others], y[others]),
            epochs=epochs,
            batch_size=batch_size,
            callbacks=[guard],
            verbose=0,
        ).history["val_loss"]
        count += guard.best < min(seen)  # the guard's record is from another fold
    return count


mends = {
    "The guard remembers the record of an earlier fold": dict(new_guard=True),
    "The folds are too different": dict(seed=4),
    "Six epochs are too few": dict(epochs=9),
    "The batches are too large": dict(batch_size=22),
}
counts = {}
for fault, mend in {"as it was": {}, **mends}.items():
    counts[fault] = strangers(**mend)
    print(f"{fault}: {counts[fault]} of 4 folds with a model of another fold")
print("Mended by looking at:")
print(min(mends, key=counts.get))
