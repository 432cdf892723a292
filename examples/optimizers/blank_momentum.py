"""Fill in the momentum rule as Keras has it.

Run it: nox -s run -- examples/optimizers/blank_momentum.py
"""

import tensorflow as tf

RATE, MOMENTUM = 0.1, 0.9

weight, velocity = 5.0, 0.0
variable = tf.Variable(5.0)
optimizer = tf.keras.optimizers.SGD(learning_rate=RATE, momentum=MOMENTUM)
apart = 0.0
for step in range(10):
    gradient = 2 * weight
    velocity = __1__ * velocity - RATE * gradient
    weight = weight + __2__
    optimizer.apply_gradients([(2 * variable, variable)])
    apart = max(apart, abs(weight - float(variable)))

print(f"by hand {weight:.4f}, Keras {float(variable):.4f}")
