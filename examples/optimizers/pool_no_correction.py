"""Leave the bias correction out of Adam's first step, wholly or in part.

Run it: nox -s run -- examples/optimizers/pool_no_correction.py
"""

import numpy as np
import tensorflow as tf

GRADIENT, RATE = 2.0, 0.1
answers = {
    "About a tenth as long": 0.1,
    "Just as long": 1.0,
    "About three times as long": 3.0,
    "About thirty times as long": 30.0,
}

weight = tf.Variable(0.0)
adam = tf.keras.optimizers.Adam(learning_rate=RATE)
adam.apply_gradients([(tf.constant(GRADIENT), weight)])
with_correction = -float(weight)

m, v = 0.1 * GRADIENT, 0.001 * GRADIENT**2
print(f"Keras, both averages corrected:  {with_correction:.3f}")
print(f"only v corrected:                {RATE * m / np.sqrt(v / 0.001):.3f}")
print(f"only m corrected:                {RATE * (m / 0.1) / np.sqrt(v):.3f}")
without = RATE * m / np.sqrt(v)
print(f"neither corrected:               {without:.3f}")
ratio = without / with_correction
print(min(answers, key=lambda answer: abs(np.log(answers[answer] / ratio))))
