"""Show a loss that falls slowly to a guard that wants more.

Run it: nox -s run -- examples/callbacks-and-saving/slowly.py
"""

import tensorflow as tf


def stopped_after(min_delta, patience):
    """Return after which epoch `EarlyStopping` stops, or the last epoch."""
    guard = tf.keras.callbacks.EarlyStopping(min_delta=min_delta, patience=patience)
    model = tf.keras.Sequential()
    guard.set_model(model)
    model.stop_training = False
    guard.on_train_begin()
    for epoch, val_loss in enumerate([0.90, 0.86, 0.82, 0.78, 0.74, 0.70], start=1):
        guard.on_epoch_end(epoch - 1, {"val_loss": val_loss})
        if model.stop_training:
            break
    return epoch


print("ended after epoch", stopped_after(min_delta=0.05, patience=2))
