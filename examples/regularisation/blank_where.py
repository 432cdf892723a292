"""Silence clerks and not bags: where does dropout stand?

Run it: nox -s run -- examples/regularisation/blank_where.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
layers = [tf.keras.layers.Dense(64, activation="relu"), __1__, __2__]
office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), *layers])
x = np.random.default_rng(1).random((100, 64))
scores, again = office(x, training=True).numpy(), office(x, training=True).numpy()
same, silent = np.mean(scores == again), np.mean(scores == 0)
print(f"{scores.shape[1]} scores, same twice {same:.0%}, exactly 0 {silent:.0%}")
