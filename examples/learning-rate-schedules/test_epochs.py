"""Let the rate shrink along a cosine, and count epochs where steps are meant.

Run it: nox -s run -- examples/learning-rate-schedules/test_epochs.py
"""

import numpy as np
import tensorflow as tf

EPOCHS, STEPS_PER_EPOCH = 10, 15
schedule = tf.keras.optimizers.schedules.CosineDecay(0.1, decay_steps=EPOCHS)
optimizer = tf.keras.optimizers.SGD(learning_rate=schedule)
noise = np.random.default_rng(1).normal(scale=5.0, size=(EPOCHS, STEPS_PER_EPOCH))
pitch = tf.Variable(380.0)
for epoch in range(EPOCHS):
    for step in range(STEPS_PER_EPOCH):
        gradient = pitch - 440 - noise[epoch, step]
        optimizer.apply_gradients([(gradient, pitch)])
print(f"{440 - float(pitch):.1f} Hz too low")
