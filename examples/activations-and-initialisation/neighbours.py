"""Run the neighbours of off.py: other lamps, other gradients.

Run it: nox -s run -- examples/activations-and-initialisation/neighbours.py
"""

import tensorflow as tf

LAMPS = {
    "no activation": lambda total: total,
    "leaky ReLU": lambda total: tf.nn.leaky_relu(total, 0.2),
    "the sum itself": None,
}
for name, activation in LAMPS.items():
    weight = tf.Variable(1.0)
    with tf.GradientTape() as tape:
        total = 2.0 * weight - 3.0
        lamp = activation(total) if activation else total
    gradient = tape.gradient(lamp, weight)
    print(f"{name}: {gradient if activation else total:.1f}")
