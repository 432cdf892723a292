"""Train overnight with `fit` and two callbacks, and look at what is there in the morning.

The records are scikit-learn's: 442 diabetes patients.
Run it: nox -s run -- examples/callbacks-and-saving/night_shift.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

measured, progress = load_diabetes(return_X_y=True)
order = np.random.default_rng(1).permutation(len(progress))
x, y = measured[order], progress[order]
x = (x - x[:200].mean(axis=0)) / x[:200].std(axis=0)  # the first 200 are trained on
y = (y - y[:200].mean()) / y[:200].std()
others = x[200:250], y[200:250]

tf.keras.utils.set_random_seed(1)
layers = [tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)]
model = tf.keras.Sequential([tf.keras.Input(shape=(10,)), *layers])
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.03), loss="mse")
stop = tf.keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
save = tf.keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
history = model.fit(
    x[:200],
    y[:200],
    validation_data=others,
    epochs=100,
    batch_size=50,
    callbacks=[stop, save],
    verbose=0,
).history

val_loss = history["val_loss"]
print(f"stopped after epoch {len(val_loss)}: val_loss {val_loss[-1]:.3f}")
print(f"lowest at epoch {np.argmin(val_loss) + 1}: val_loss {min(val_loss):.3f}")
print(f"the model in memory: {model.evaluate(*others, verbose=0):.3f}")
saved = tf.keras.models.load_model("best.keras")
print(f"the model in the file: {saved.evaluate(*others, verbose=0):.3f}")
