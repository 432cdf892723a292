"""Mend folds.py, one suspicion at a time, and count the folds with a model of another fold.

Twenty deals of the patients into four folds; the model is a straight line, trained with
NumPy, and the guard is the real one. Run it:
nox -s run -- examples/callbacks-and-saving/folds_mends.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
DEALS = 20

measured, progress = load_diabetes(return_X_y=True)
x = (measured / measured.std(axis=0))[:440]
y = ((progress - progress.mean()) / progress.std())[:440]


class File:
    """Stand in for a model: remember in which fold it was saved last."""

    def save(self, _path, **_settings):
        """Do what `ModelCheckpoint` asks for, without writing."""
        self.saved_in = self.fold


def strangers(epochs=6, batch_size=55, alike=False, new_guard=False):
    """Return in how many folds the saved model is one of another fold."""
    count = 0
    for deal in range(DEALS):
        order = np.random.default_rng([SEED, deal]).permutation(440)
        if alike:  # deal by progress, so that each fold has patients of all kinds
            order = order[np.argsort(y[order])].reshape(110, 4).T.ravel()
        file = File()
        for file.fold in range(4):
            if new_guard or file.fold == 0:
                guard = tf.keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
                guard.set_model(file)
            others = order[file.fold * 110 : (file.fold + 1) * 110]
            known = np.setdiff1d(order, others)
            weights = np.zeros(10)
            for epoch in range(epochs):
                for rows in np.split(known, 330 // batch_size):
                    weights -= 0.1 * x[rows].T @ (x[rows] @ weights - y[rows]) / len(rows)
                val_loss = np.mean((x[others] @ weights - y[others]) ** 2)
                guard.on_epoch_begin(epoch)
                guard.on_epoch_end(epoch, {"val_loss": float(val_loss)})
            count += file.saved_in != file.fold
    return count


mends = {
    "The guard remembers the record of an earlier fold": dict(new_guard=True),
    "The folds are too different": dict(alike=True),
    "Six epochs are too few": dict(epochs=12),
    "The batches are too large": dict(batch_size=22),
}
counts = {}
for fault, mend in {"as it was": {}, **mends}.items():
    counts[fault] = strangers(**mend)
    print(f"{fault}: a model of another fold in {counts[fault]} of {4 * DEALS} folds")
print("Mended by looking at:")
print(min(mends, key=counts.get))
