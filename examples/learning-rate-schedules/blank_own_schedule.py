"""Write a schedule that makes the pitch the mean of all sounds.

Run it: nox -s run -- examples/learning-rate-schedules/blank_own_schedule.py
"""

import numpy as np
import tensorflow as tf


class Mean(tf.keras.optimizers.schedules.LearningRateSchedule):
    """Give each sound the weight that it has in a mean."""

    def __call__(self, step):
        """Return the rate; `step` is 0 for the first sound."""
        return 1 / (tf.cast(step, "float32") + __1__) ** __2__


sounds = np.random.default_rng(1).normal(440.0, 5.0, 20).astype("float32")
pitch = tf.Variable(380.0)
optimizer = tf.keras.optimizers.SGD(learning_rate=Mean())
for sound in sounds:
    optimizer.apply_gradients([(pitch - sound, pitch)])
apart = abs(float(pitch) - sounds.mean())
print(f"pitch {float(pitch):.2f}, mean of the sounds {sounds.mean():.2f}")
