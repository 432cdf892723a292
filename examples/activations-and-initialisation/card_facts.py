"""Print the facts on the cards to remember.

Run it: nox -s run -- examples/activations-and-initialisation/card_facts.py
"""

import numpy as np
import tensorflow as tf

factor = np.sqrt(64) * 0.05
print(f"64 inputs, weights 0.05: factor {factor:.2f}, with ReLU {factor / np.sqrt(2):.2f}")
print(f"He, 64 inputs: {np.sqrt(2 / 64):.3f}")
print(f"Glorot, 64 inputs and 64 outputs: {np.sqrt(2 / (64 + 64)):.3f}")
print(f"ln 10: {np.log(10):.2f}")
print("default of Dense:", tf.keras.layers.Dense(1).kernel_initializer.__class__.__name__)
