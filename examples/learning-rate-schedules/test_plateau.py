"""Use `ReduceLROnPlateau` with an optimizer that has a schedule.

Run it: nox -s run -- examples/learning-rate-schedules/test_plateau.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

EPOCHS, STILL, PATIENCE = 12, 5, 3


def tell(epoch, logs):
    """Put a loss of our own into the log: it falls until epoch 5, and then stands still."""
    logs["told"] = float(max(STILL - epoch, 0))


model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
schedule = tf.keras.optimizers.schedules.CosineDecay(0.1, decay_steps=20)
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=schedule), loss="mse")
told = tf.keras.callbacks.LambdaCallback(on_epoch_end=tell)
plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor="told", mode="min", patience=PATIENCE)
x = np.ones((1, 1))  # one row, so an epoch is one step
raised = "no error"
try:
    model.fit(x, x, epochs=EPOCHS, verbose=0, callbacks=[told, plateau])
except TypeError as error:
    raised = type(error).__name__
done, rate = int(model.optimizer.iterations), float(model.optimizer.learning_rate)
print(f"{raised} after {done} of {EPOCHS} epochs, at a rate of {rate:.4f}")
still = STILL + 1  # epochs that are over when the loss has fallen for the last time
options = {
    0: "Before the first epoch",
    still + PATIENCE: "When the loss has stood still for three epochs",
    EPOCHS: "Never: all twelve epochs are trained",
}
print(options[done])
