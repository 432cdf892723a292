"""Fill in RMSprop as Keras has it. Run it: nox -s run -- examples/optimizers/blank_rmsprop.py"""

import numpy as np
import tensorflow as tf

RATE, RHO, EPSILON = 0.1, 0.9, 1e-7

weight, average = 5.0, 0.0
variable = tf.Variable(5.0)
optimizer = tf.keras.optimizers.RMSprop(learning_rate=RATE)
apart = 0.0
for step in range(10):
    gradient = np.float64(2 * weight)
    average = RHO * average + (1 - RHO) * __1__
    weight = weight - RATE * gradient / __2__
    optimizer.apply_gradients([(2 * variable, variable)])
    apart = max(apart, abs(weight - float(variable)))

print(f"by hand {weight:.4f}, Keras {float(variable):.4f}")
