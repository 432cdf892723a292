"""Make a step of SGD with an L2 penalty by hand, and hold it against Keras.

Run it: nox -s run -- examples/regularisation/blank_step.py
"""

import tensorflow as tf

gradient, strength, rate = 0.3, 0.5, 0.1
weight = 3.0

layer = tf.Variable(weight)
with tf.GradientTape() as tape:
    loss = gradient * layer + tf.keras.regularizers.L2(strength)(layer)
tf.keras.optimizers.SGD(rate).apply_gradients([(tape.gradient(loss, layer), layer)])

weight = weight - rate * (gradient + __1__)
print(f"by hand {weight:.3f}, Keras {layer.numpy():.3f}")
