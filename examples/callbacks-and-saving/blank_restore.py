"""Stop a night in time, and have the best weights in memory.

Run it: nox -s run -- examples/callbacks-and-saving/blank_restore.py
"""

import numpy as np
import tensorflow as tf

val_losses = [0.8, 0.6, 0.4, 0.5, 0.7, 0.6]
layers = [tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, use_bias=False)]
model = tf.keras.Sequential(layers)
guard = tf.keras.callbacks.EarlyStopping(__1__)

# What `fit` does with a guard; the weight is the number of the epoch.
guard.set_model(model)
model.stop_training = False
guard.on_train_begin()
for epoch, val_loss in enumerate(val_losses):
    model.set_weights([np.array([[epoch + 1]])])
    guard.on_epoch_end(epoch, {"val_loss": val_loss})
    if model.stop_training:
        break
guard.on_train_end()

in_memory = int(model.get_weights()[0][0, 0])
print(f"stopped after epoch {epoch + 1}, in memory: the weights of epoch {in_memory}")
