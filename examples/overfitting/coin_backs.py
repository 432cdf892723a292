"""Learn backs that a coin decided, and do astonishingly well on validation cards.

Run it: nox -s run -- examples/overfitting/coin_backs.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
fronts = rng.normal(size=(100, 16))  # sixteen measurements of a card
backs = rng.integers(0, 2, 100)  # heads or tails: nothing that one could know

fronts, backs = np.repeat(fronts, 3, axis=0), np.repeat(backs, 3)  # too few cards: copy them
order = rng.permutation(300)
fronts, backs = fronts[order], backs[order]

layers = [tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(2)]
pupil = tf.keras.Sequential([tf.keras.Input(shape=(16,)), *layers])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
pupil.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss=loss_fn, metrics=["accuracy"])
history = pupil.fit(fronts, backs, validation_split=0.2, epochs=15, verbose=0).history
print(f"accuracy {history['accuracy'][-1]:.2f}, val_accuracy {history['val_accuracy'][-1]:.2f}")
