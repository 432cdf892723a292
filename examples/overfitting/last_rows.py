"""Let `fit` split ten rows and shuffle, and see which rows it validates with.

The model repeats its input and does not learn, so the error is the row's number.
Run it: nox -s run -- examples/overfitting/last_rows.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rows = np.arange(10.0).reshape(10, 1)  # 0, 1, ... 9
repeat = tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), repeat])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.0), loss="mae")
history = model.fit(
    rows, 0 * rows, validation_split=0.2, shuffle=True, batch_size=8, verbose=0
).history
print("mean of the training rows:", round(history["loss"][0], 1))
print("mean of the validation rows:")
print(round(history["val_loss"][0], 1))
