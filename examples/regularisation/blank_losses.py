"""Write the loss of a training step by hand, with what the layers charge for their weights.

Run it: nox -s run -- examples/regularisation/blank_losses.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
clerks = tf.keras.layers.Dense(8, activation="relu", kernel_regularizer="l2")
bags = tf.keras.layers.Dense(10, kernel_regularizer="l2")
office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), clerks, bags])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
office.compile(loss=loss_fn)

x, y = np.random.default_rng(1).random((20, 64)), np.arange(20) % 10
loss = loss_fn(y, office(x)) + __1__
by_keras = office.evaluate(x, y, verbose=0)
print(f"by hand {float(loss):.3f}, Keras {by_keras:.3f}")
