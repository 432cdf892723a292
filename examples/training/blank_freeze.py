"""Fill the gaps so that the new layer learns and the old one stays as it is.

Run it: nox -s run -- examples/training/blank_freeze.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = np.linspace(-1, 1, 32, dtype="float32")[:, None]
y = x**2
old = tf.keras.layers.Dense(8, activation="tanh")
new = tf.keras.layers.Dense(1)
model = tf.keras.Sequential([tf.keras.Input((1,)), old, new])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")
model.fit(x, y, batch_size=32, epochs=1, verbose=0)  # the old layer learned something once

__1__ = False
__2__

before_old, before_new = old.kernel.numpy(), new.kernel.numpy()
model.fit(x, y, batch_size=32, epochs=5, verbose=0)
moved_old = float(np.abs(old.kernel.numpy() - before_old).max())
moved_new = float(np.abs(new.kernel.numpy() - before_new).max())
print(f"old layer moved by {moved_old:.4f}, new layer by {moved_new:.4f}")
