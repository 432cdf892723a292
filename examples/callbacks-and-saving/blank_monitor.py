"""Keep the epoch in which a metric of one's own is highest for validation patients.

Run it: nox -s run -- examples/callbacks-and-saving/blank_monitor.py
"""

import numpy as np
import tensorflow as tf

training_ranks = [0.2, 0.3, 0.5, 0.7, 0.8, 0.9]
validation_ranks = [0.3, 0.2, 0.4, 0.6, 0.5, 0.4]
layers = [tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, use_bias=False)]
model = tf.keras.Sequential(layers)
guard = tf.keras.callbacks.EarlyStopping(__1__, patience=5, restore_best_weights=True)

# What `fit` does with a guard; the weight is the number of the epoch.
guard.set_model(model)
model.stop_training = False
guard.on_train_begin()
for epoch, ranks in enumerate(zip(training_ranks, validation_ranks)):
    model.set_weights([np.array([[epoch + 1]])])
    guard.on_epoch_end(epoch, dict(zip(["rank", "val_rank"], ranks)))
    if model.stop_training:
        break
guard.on_train_end()

in_memory = int(model.get_weights()[0][0, 0])
print(f"in memory: the weights of epoch {in_memory}")
