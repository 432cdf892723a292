"""Let a callback shrink the rate when the loss stands still, with the pitch in kilohertz.

Run it: nox -s run -- examples/learning-rate-schedules/kilohertz.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

sounds = np.random.default_rng(1).normal(0.440, 0.005, size=(320, 1))
start = tf.keras.initializers.Constant(0.380)
layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=start)
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.05), loss="mse")
plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor="loss", patience=2)
ones = np.ones((320, 1))
model.fit(ones, sounds, batch_size=320, epochs=40, verbose=0, callbacks=[plateau])
missing = 1000 * (sounds.mean() - layer.kernel.numpy().item())
print(f"missing {missing:.1f} Hz, last rate {float(model.optimizer.learning_rate):.0e}")
