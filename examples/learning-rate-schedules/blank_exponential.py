"""Write exponential decay by hand, and hold it against Keras.

Run it: nox -s run -- examples/learning-rate-schedules/blank_exponential.py
"""

import numpy as np
import tensorflow as tf

START, DECAY_STEPS, DECAY_RATE = 0.5, 40, 0.1
schedule = tf.keras.optimizers.schedules.ExponentialDecay(START, DECAY_STEPS, DECAY_RATE)
step = np.arange(200)
by_hand = START * __1__
apart = np.max(abs(by_hand - schedule(step).numpy()))
print(f"at step 20 by hand {by_hand[20]:.4f}, by Keras {float(schedule(20)):.4f}")
