"""Fill in Adam's bias correction. Run it: nox -s run -- examples/optimizers/blank_adam.py"""

import numpy as np
import tensorflow as tf

RATE, BETA_1, BETA_2, EPSILON = 0.1, 0.9, 0.999, 1e-7

weight, m, v = 5.0, 0.0, 0.0
variable = tf.Variable(5.0)
optimizer = tf.keras.optimizers.Adam(learning_rate=RATE)
apart = 0.0
for step in range(1, 11):
    gradient = 2 * weight
    m = BETA_1 * m + (1 - BETA_1) * gradient
    v = BETA_2 * v + (1 - BETA_2) * gradient**2
    corrected_m = m / __1__
    corrected_v = v / __2__
    weight = weight - RATE * corrected_m / (np.sqrt(corrected_v) + EPSILON)
    optimizer.apply_gradients([(2 * variable, variable)])
    apart = max(apart, abs(weight - float(variable)))

print(f"by hand {weight:.4f}, Keras {float(variable):.4f}")
