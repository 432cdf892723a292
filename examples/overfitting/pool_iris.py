"""Let `fit` hold back the last third of iris, as scikit-learn brings it.

Run it: nox -s run -- examples/overfitting/pool_iris.py
"""

import tensorflow as tf
from sklearn.datasets import load_iris

tf.keras.utils.set_random_seed(1)
x, y = load_iris(return_X_y=True)  # 50 flowers of species 0, then 50 of 1, then 50 of 2
layers = [tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(3)]
model = tf.keras.Sequential([tf.keras.Input(shape=(4,)), *layers])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss=loss_fn, metrics=["accuracy"])
fitted = model.fit(x, y, validation_split=1 / 3, shuffle=True, batch_size=10, epochs=10, verbose=0)
history = fitted.history
print(f"accuracy {history['accuracy'][-1]:.2f}, val_accuracy:")
print(f"{history['val_accuracy'][-1]:.2f}")
