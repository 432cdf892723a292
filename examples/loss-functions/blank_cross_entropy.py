"""Write the binary cross-entropy by hand. Options fill the gaps.

Run it: nox -s run -- examples/loss-functions/blank_cross_entropy.py
"""

import numpy as np
import tensorflow as tf

rained = np.array([[1.0], [0.0], [1.0]])
chance = np.array([[0.9], [0.2], [0.4]])
costs = -(rained * np.log(__1__) + (1 - rained) * np.log(__2__))
by_keras = float(tf.keras.losses.BinaryCrossentropy()(rained, chance))
print(f"by hand {costs.mean():.4f}, by Keras {by_keras:.4f}")
