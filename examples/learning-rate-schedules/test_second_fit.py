"""Call `fit` twice, with one schedule.

Run it: nox -s run -- examples/learning-rate-schedules/test_second_fit.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

start = tf.keras.initializers.Constant(380.0)
layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=start)
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
schedule = tf.keras.optimizers.schedules.CosineDecay(0.05, decay_steps=20)
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=schedule), loss="mse")
ones, sounds = np.ones((8, 1)), np.full((8, 1), 440.0)
for _call in range(2):
    model.fit(ones, sounds, epochs=20, batch_size=8, verbose=0)
    print(f"{440 - layer.kernel.numpy().item():.1f} Hz too low")
