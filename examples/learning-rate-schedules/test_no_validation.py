"""Let `ReduceLROnPlateau` watch `val_loss`, and give `fit` no validation data.

Run it: nox -s run -- examples/learning-rate-schedules/test_no_validation.py
"""

import warnings

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")
plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor="val_loss", patience=1)
x = np.ones((4, 1))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    model.fit(x, x, epochs=8, verbose=0, callbacks=[plateau])
told = [str(warning.message) for warning in caught if "val_loss" in str(warning.message)]
rate = float(model.optimizer.learning_rate)
print(f"{told[0].split('.')[0]}." if told else "no warning")
print(f"warnings: {len(told)}; rate at the end: {rate:.3f}")
options = {
    (True, True): "It warns, and the rate stays",
    (True, False): "It warns, and watches `loss` instead",
    (False, True): "Nothing at all: the rate stays",
}
print(options[bool(told), rate > 0.09])
