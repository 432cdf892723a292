"""Train on four folds, and load for each of them the best model from the file.

Run it: nox -s run -- examples/callbacks-and-saving/folds.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

measured, progress = load_diabetes(return_X_y=True)
order = np.random.default_rng(3).permutation(440)
x = (measured / measured.std(axis=0))[order]
y = ((progress - progress.mean()) / progress.std())[order]

tf.keras.utils.set_random_seed(1)
model = tf.keras.Sequential([tf.keras.Input(shape=(10,)), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.05), loss="mse")
start = model.get_weights()
guard = tf.keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)

for fold in range(4):
    others = np.arange(440) // 110 == fold  # a quarter of the patients
    model.set_weights(start)  # each fold begins anew; SGD has nothing else to forget
    history = model.fit(
        x[~others],
        y[~others],
        validation_data=(x[others], y[others]),
        epochs=6,
        batch_size=55,
        callbacks=[guard],
        verbose=0,
    ).history
    saved = tf.keras.models.load_model("best.keras")
    of_saved = np.mean((saved(x[others]).numpy()[:, 0] - y[others]) ** 2)
    print(f"fold {fold + 1}: lowest val_loss {min(history['val_loss']):.3f}", end=", ")
    print(f"the saved model has {of_saved:.3f}")
