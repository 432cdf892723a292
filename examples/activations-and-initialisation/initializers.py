"""Draw weights with the initializers of Keras, and compare their sizes with the formulas.

Run it: nox -s run -- examples/activations-and-initialisation/initializers.py
"""

import numpy as np
import tensorflow as tf

INPUTS, OUTPUTS = 64, 256

formulas = {
    "glorot_uniform": np.sqrt(2 / (INPUTS + OUTPUTS)),
    "he_normal": np.sqrt(2 / INPUTS),
    "lecun_normal": np.sqrt(1 / INPUTS),
    "random_normal": 0.05,
}
tf.keras.utils.set_random_seed(1)
for name, formula in formulas.items():
    drawn = tf.keras.initializers.get(name)((INPUTS, OUTPUTS)).numpy()
    print(f"{name}: drawn {drawn.std():.3f}, formula {formula:.3f}, largest {abs(drawn).max():.3f}")
print("default of Dense:", tf.keras.layers.Dense(1).kernel_initializer.__class__.__name__)
