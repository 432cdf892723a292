"""Let `fit` hold back a third of iris, as it is loaded, and shuffled first.

Run it: nox -s run -- examples/overfitting/iris_split.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris

EPOCHS = 10

x, y = load_iris(return_X_y=True)  # 50 flowers of species 0, then 50 of 1, then 50 of 2
order = np.random.default_rng(1).permutation(len(x))
for name, rows in {"as loaded": np.arange(len(x)), "shuffled first": order}.items():
    tf.keras.utils.set_random_seed(1)
    layers = [tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(3)]
    model = tf.keras.Sequential([tf.keras.Input(shape=(4,)), *layers])
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=tf.keras.optimizers.Adam(0.02), loss=loss_fn, metrics=["accuracy"])
    history = model.fit(
        x[rows], y[rows], validation_split=1 / 3, shuffle=True, epochs=EPOCHS, verbose=0
    ).history
    accuracy, val_accuracy = history["accuracy"][-1], history["val_accuracy"][-1]
    print(f"{name}: accuracy {accuracy:.2f}, val_accuracy {val_accuracy:.2f}")
