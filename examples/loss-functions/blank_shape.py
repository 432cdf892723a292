"""Train one weight and a bias with a loss written by hand. Options fill the gap.

Run it: nox -s run -- examples/loss-functions/blank_shape.py
"""

import tensorflow as tf

x = tf.constant([[0.0], [1.0], [2.0]])
y = tf.constant([1.0, 3.0, 5.0])  # y = 2 x + 1
weight, bias = tf.Variable([[0.0]]), tf.Variable([0.0])
for step in range(200):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((__1__ - (x @ weight + bias)) ** 2)
    for variable, gradient in zip((weight, bias), tape.gradient(loss, [weight, bias])):
        variable.assign_sub(0.2 * gradient)
print(f"loss {loss:.4f}, weight {weight.numpy()[0, 0]:.2f}, bias {bias.numpy()[0]:.2f}")
