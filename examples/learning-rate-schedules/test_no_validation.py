"""Let `ReduceLROnPlateau` watch `val_loss` without validation data, and then `loss`.

The loss stands still, so a callback that watches it reduces the rate.
Run it: nox -s run -- examples/learning-rate-schedules/test_no_validation.py
"""

import warnings

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

x = np.zeros((4, 1))  # the model answers 0, which is right: the loss is 0 in every epoch
rates, told = {}, {}
for monitor in ("val_loss", "loss"):
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")
    plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor=monitor, patience=1)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        model.fit(x, x, epochs=8, verbose=0, callbacks=[plateau])
    told[monitor] = sum("val_loss" in str(warning.message) for warning in caught)
    rates[monitor] = float(model.optimizer.learning_rate)
    print(f"watching {monitor}: rate at the end: {rates[monitor]:.3f}, warnings: {told[monitor]}")
options = {
    (True, False): "It warns, and the rate stays",
    (True, True): "It warns, and watches `loss` instead",
    (False, False): "Nothing at all: the rate stays",
}
print(options[told["val_loss"] > 0, rates["val_loss"] < 0.05])
