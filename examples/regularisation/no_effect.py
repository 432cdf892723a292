"""Give a network a penalty of 1.0, which is far too strong, and see that it learns as before.

Run it: nox -s run -- examples/regularisation/no_effect.py
"""

import tensorflow as tf
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
tf.keras.utils.set_random_seed(1)
layers = [tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(10)]
office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), *layers])
for layer in office.layers:
    layer.kernel_regularizer = tf.keras.regularizers.L2(1.0)
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
office.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss=loss_fn, metrics=["accuracy"])
history = office.fit(images[:500] / 16, digits[:500], epochs=10, verbose=0).history
print(f"accuracy {history['accuracy'][-1]:.2f}")
