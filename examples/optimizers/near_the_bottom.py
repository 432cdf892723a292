"""See who comes to rest at the bottom of a bowl, at a learning rate of 0.1.

The loss is weight * weight. Run it: nox -s run -- examples/optimizers/near_the_bottom.py
"""

import tensorflow as tf

STEPS = 300

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.1),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.1),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def roll(optimizer, weight):
    """Return how far the weight is from the bottom after each step."""
    path = tf.TensorArray(tf.float32, STEPS)
    for step in tf.range(STEPS):
        optimizer.apply_gradients([(2 * weight, weight)])
        path = path.write(step, tf.abs(weight))
    return path.stack()


for name, optimizer in optimizers.items():
    weight = tf.Variable(5.0)
    optimizer.build([weight])
    farthest = roll(optimizer, weight).numpy()[-50:].max()
    print(f"{name:8} farthest from 0 in the last 50 of {STEPS} steps: {farthest:.6f}")
