"""Run the neighbours of two practice questions: small changes, other outputs.

Run it: nox -s run -- examples/optimizers/practice_neighbours.py
"""

import tensorflow as tf

SGD, RMSprop, Adam = tf.keras.optimizers.SGD, tf.keras.optimizers.RMSprop, tf.keras.optimizers.Adam


def after(steps, optimizer):
    """Return a weight that starts at 0 and meets the gradient 1 at every step."""
    weight = tf.Variable(0.0)
    for _ in range(steps):
        optimizer.apply_gradients([(tf.constant(1.0), weight)])
    return weight.numpy()


plain, nesterov = SGD(learning_rate=0.1), SGD(learning_rate=0.1, momentum=0.9, nesterov=True)
velocity = 0.9 * -0.1 - 0.1
print("Two steps, gradient 1 each")
print(f"  without momentum:          {after(2, plain):.3f}")
print(f"  the second step alone:     {velocity:.3f}")
print(f"  with momentum:             {after(2, SGD(learning_rate=0.1, momentum=0.9)):.3f}")
print(f"  with Nesterov momentum:    {after(2, nesterov):.3f}")


def first_step(optimizer):
    """Return how far one step moves two weights with gradients 0.01 and 100."""
    weights = tf.Variable([0.0, 0.0])
    optimizer.apply_gradients([(tf.constant([0.01, 100.0]), weights)])
    small, large = -weights.numpy()
    return f"{small:.3f} and {large:.3f}"


print("One step, gradients 0.01 and 100")
print("  SGD:                      ", first_step(SGD(learning_rate=0.1)))
print("  RMSprop:                  ", first_step(RMSprop(learning_rate=0.1)))
print("  Adam:                     ", first_step(Adam(learning_rate=0.1)))
print("  Adam, learning rate 0.001:", first_step(Adam()))
