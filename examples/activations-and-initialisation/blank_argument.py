"""Draw weights for 200 inputs, and measure their size.

Run it: nox -s run -- examples/activations-and-initialisation/blank_argument.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)
initializer = __1__
size = initializer((200, 50)).numpy().std()
print(f"size {size:.3f}")
