"""Save the best model of a night to a file.

Run it: nox -s run -- examples/callbacks-and-saving/blank_file.py
"""

import numpy as np
import tensorflow as tf

val_losses = [0.8, 0.6, 0.4, 0.5, 0.7, 0.6]
layers = [tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, use_bias=False)]
model = tf.keras.Sequential(layers)
guard = tf.keras.callbacks.ModelCheckpoint(__1__)

# What `fit` does with a guard; the weight is the number of the epoch.
guard.set_model(model)
for epoch, val_loss in enumerate(val_losses):
    model.set_weights([np.array([[epoch + 1]])])
    guard.on_epoch_begin(epoch)
    guard.on_epoch_end(epoch, {"val_loss": val_loss})

saved = tf.keras.models.load_model("best.keras")
in_the_file = int(saved.get_weights()[0][0, 0])
print(f"in the file: the weights of epoch {in_the_file}")
