"""Show a made-up validation loss to `EarlyStopping`, one epoch after the other.

The only weight of the model is the number of its epoch, in place of a training.
Run it: nox -s run -- examples/callbacks-and-saving/rounds.py
"""

import numpy as np
import tensorflow as tf

VAL_LOSS = [0.90, 0.70, 0.80, 0.60, 0.61, 0.62, 0.50]


def watch(val_losses, **settings):
    """Return the last epoch, and the epoch whose weights are there in the morning."""
    layers = [tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, use_bias=False)]
    model = tf.keras.Sequential(layers)
    guard = tf.keras.callbacks.EarlyStopping(**settings)
    guard.set_model(model)
    model.stop_training = False
    guard.on_train_begin()
    for epoch, val_loss in enumerate(val_losses):  # `fit` counts from 0
        model.set_weights([np.array([[epoch + 1]])])
        guard.on_epoch_end(epoch, {"val_loss": val_loss})
        if model.stop_training:
            break
    guard.on_train_end()
    return epoch + 1, int(model.get_weights()[0][0, 0])


last, in_memory = watch(VAL_LOSS, patience=2)
print("stopped after epoch", last)
