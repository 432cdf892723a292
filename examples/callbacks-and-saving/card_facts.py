"""Print the facts on the cards to remember.

Run it: nox -s run -- examples/callbacks-and-saving/card_facts.py
"""

import numpy as np
import tensorflow as tf

layers = [tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)]
model = tf.keras.Sequential([tf.keras.Input(shape=(10,)), *layers])
optimizer = tf.keras.optimizers.Adam()
optimizer.build(model.trainable_variables)
print("weights", model.count_params())
print("optimizer state", sum(int(np.prod(part.shape)) for part in optimizer.variables))

valley = [0.9, 0.7, 0.5, 0.6, 0.7, 0.8]
for patience in (0, 1, 2):
    guard = tf.keras.callbacks.EarlyStopping(patience=patience)
    guard.set_model(model)
    model.stop_training = False
    guard.on_train_begin()
    for epoch, val_loss in enumerate(valley):
        guard.on_epoch_end(epoch, {"val_loss": val_loss})
        if model.stop_training:
            break
    print(f"patience {patience}: stopped after epoch {epoch + 1}")
