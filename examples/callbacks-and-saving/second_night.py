"""Save the best of two nights in one file, with a new `ModelCheckpoint` for each night.

The only weight of the model is its validation loss, in place of a training.
Run it: nox -s run -- examples/callbacks-and-saving/second_night.py
"""

import numpy as np
import tensorflow as tf

FIRST, SECOND = [0.70, 0.50, 0.65], [0.63, 0.60, 0.62]


def in_the_file(nights, new_guard=True, **settings):
    """Return the validation loss of the model that the file holds in the end."""
    layers = [tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, use_bias=False)]
    model = tf.keras.Sequential(layers)
    guard = tf.keras.callbacks.ModelCheckpoint("best.keras", **settings)
    for val_losses in nights:
        if new_guard:
            guard = tf.keras.callbacks.ModelCheckpoint("best.keras", **settings)
        guard.set_model(model)
        for epoch, val_loss in enumerate(val_losses):
            model.set_weights([np.array([[val_loss]])])
            guard.on_epoch_begin(epoch)
            guard.on_epoch_end(epoch, {"val_loss": val_loss})
    saved = tf.keras.models.load_model("best.keras")
    return float(saved.get_weights()[0][0, 0])


print(f"the lowest of the first night: {min(FIRST):.2f}, of the second: {min(SECOND):.2f}")
same = in_the_file([FIRST, SECOND], new_guard=False, save_best_only=True)
print(f"one guard for both nights: {same:.2f}")
print(f"without save_best_only: {in_the_file([FIRST, SECOND]):.2f}")
print("A new guard for the second night:")
print(f"{in_the_file([FIRST, SECOND], save_best_only=True):.2f}")
