"""Let `fit` find the pitch in a recording of 320 sounds, with and without a schedule.

Run it: nox -s run -- examples/learning-rate-schedules/recording.py
"""

import math

import numpy as np
import tensorflow as tf

BATCH, EPOCHS = 8, 5
tf.keras.utils.set_random_seed(1)  # fit shuffles
rng = np.random.default_rng(1)
sounds = rng.normal(440.0, 5.0, size=(320, 1))
ones = np.ones((320, 1))
steps = math.ceil(len(sounds) / BATCH) * EPOCHS
rates = {
    "constant": 0.25,
    "cosine": tf.keras.optimizers.schedules.CosineDecay(0.25, decay_steps=steps),
}
print(f"steps: {steps}; mean of the sounds: {sounds.mean():.2f}")
for name, rate in rates.items():
    start = tf.keras.initializers.Constant(380.0)
    layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=start)
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=rate), loss="mse")
    model.fit(ones, sounds, batch_size=BATCH, epochs=EPOCHS, verbose=0)
    pitch, last = layer.kernel.numpy().item(), float(model.optimizer.learning_rate)
    print(f"{name}: pitch {pitch:.2f}, last rate {last:.2f},", end=" ")
    print(f"steps taken {int(model.optimizer.iterations)}")
