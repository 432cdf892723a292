"""Use `ReduceLROnPlateau` with an optimizer that has a schedule.

Run it: nox -s run -- examples/learning-rate-schedules/test_plateau.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

EPOCHS, STILL = 12, 5  # the loss falls until epoch 5, and stands still from then on


class Told(tf.keras.callbacks.Callback):
    """Put a loss of our own into the log, and count the epochs."""

    done = 0

    def on_epoch_end(self, epoch, logs=None):
        """Write the loss that the next callback reads."""
        logs["told"] = float(max(STILL - epoch, 0))
        self.done = epoch + 1


model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
schedule = tf.keras.optimizers.schedules.CosineDecay(0.1, decay_steps=20)
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=schedule), loss="mse")
told = Told()
plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor="told", mode="min", patience=3)
x = np.ones((4, 1))
raised = ""
try:
    model.fit(x, x, epochs=EPOCHS, verbose=0, callbacks=[told, plateau])
except TypeError as error:
    raised = type(error).__name__
print(f"{raised or 'no error'} after {told.done} of {EPOCHS} epochs")
options = {
    "Before the first epoch": 0,
    "When the loss has stood still for three epochs": STILL + 4,
    "Never: all twelve epochs are trained": EPOCHS,
}
print(min(options, key=lambda option: abs(options[option] - told.done)))
