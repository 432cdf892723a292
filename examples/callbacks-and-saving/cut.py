"""Cut a training with `fit` in the fourth epoch, and see what is left.

The only weight of the model moves by 0.5 in every epoch. Run it:
nox -s run -- examples/callbacks-and-saving/cut.py
"""

import numpy as np
import tensorflow as tf


class PowerCut(tf.keras.callbacks.Callback):
    """End the training as a power cut would, but with an exception."""

    def on_epoch_begin(self, epoch, _logs=None):
        """Raise at the beginning of the fourth epoch."""
        if epoch == 3:
            raise KeyboardInterrupt


layers = [tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, use_bias=False)]
model = tf.keras.Sequential(layers)
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.5), loss="mae")
model.set_weights([np.array([[1.0]])])
x, y = np.ones((1, 1)), np.array([[5.0]])  # the gradient is -1 as long as the weight is below 5
guards = [
    tf.keras.callbacks.EarlyStopping(patience=9, restore_best_weights=True),
    tf.keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True),
    PowerCut(),
]
seen = np.array([[2.0]])  # the validation loss is lowest where the weight is 2
quiet = {"shuffle": False, "verbose": 0}
try:
    model.fit(x, y, validation_data=(x, seen), epochs=6, callbacks=guards, **quiet)
except KeyboardInterrupt:
    print(f"in memory, after the cut: weight {model.get_weights()[0][0, 0]:.1f}")
saved = tf.keras.models.load_model("best.keras")
print(f"in the file: weight {saved.get_weights()[0][0, 0]:.1f}")
