"""Run the neighbours of one_step.py: small changes, other outputs.

Run it: nox -s run -- examples/training/practice_neighbours.py
"""

import tensorflow as tf

x = tf.constant([[1.0]])
y = tf.constant([[2.0]])


def one_step(start=0.5, squared=True, loss_after=False):
    """Take one step; return the loss from before it, or after it."""
    start = tf.keras.initializers.Constant(start)
    layer = tf.keras.layers.Dense(1, kernel_initializer=start)
    model = tf.keras.Sequential([layer])
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)

    def loss_fn():
        difference = model(x) - y
        return tf.reduce_mean(difference**2 if squared else difference)

    with tf.GradientTape() as tape:
        loss = loss_fn()
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return round(float(loss_fn() if loss_after else loss), 2)


print("the loss before the update:          ", one_step())
print("the loss of a new prediction after it:", one_step(loss_after=True))
print("prediction - y, not squared:          ", one_step(squared=False))
print("a weight that starts at 1:            ", one_step(start=1.0))
