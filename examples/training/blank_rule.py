"""Fill the gaps so that the weight finds 3 without an optimizer.

Run it: nox -s run -- examples/training/blank_rule.py
"""

import tensorflow as tf

x, y = 2.0, 6.0
learning_rate = 0.1
weight = tf.Variable(0.5)

for step in range(5):
    with tf.GradientTape() as tape:
        loss = (weight * x - y) ** 2
    gradient = tape.gradient(loss, weight)
    weight.__1__(__2__ * gradient)
    print(f"step {step}: loss {loss:.4f}, weight now {weight.numpy():.4f}")
