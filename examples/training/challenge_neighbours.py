"""Run the neighbours of loss_after_step.py: small changes, other outputs.

Run it: nox -s run -- examples/training/challenge_neighbours.py
"""

import tensorflow as tf

x = tf.ones((1, 1))
y = 2 * x


def loss_after(steps=1, learning_rate=0.125, use_bias=True):
    """Train for some steps, then return the loss of a new prediction."""
    layer = tf.keras.layers.Dense(1, kernel_initializer="zeros", use_bias=use_bias)
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
    loss_fn = tf.keras.losses.MeanSquaredError()
    optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return round(float(loss_fn(y, model(x))), 3)


print("before any step:                 ", loss_after(steps=0))
print("after one step:                  ", loss_after())
print("after one step, without a bias:  ", loss_after(use_bias=False))
print("after two steps:                 ", loss_after(steps=2))
print("after one step, learning rate 1/4:", loss_after(learning_rate=0.25))
