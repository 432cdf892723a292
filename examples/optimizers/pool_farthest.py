"""Roll down one bowl with four optimizers, and print which goes farthest past the bottom.

Run it: nox -s run -- examples/optimizers/pool_farthest.py
"""

import tensorflow as tf

STEPS = 200

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.1),
    "SGD with momentum": tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.1),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def roll(optimizer, weight):
    """Return the lowest weight on the way."""
    lowest = weight.read_value()
    for step in tf.range(STEPS):
        optimizer.apply_gradients([(2 * weight, weight)])
        lowest = tf.minimum(lowest, weight)
    return lowest


past = {}
for name, optimizer in optimizers.items():
    weight = tf.Variable(5.0)
    optimizer.build([weight])
    past[name] = max(0.0, -float(roll(optimizer, weight)))
    print(f"{name:18} {past[name]:.2f} past the bottom")
print("The farthest:")
print(max(past, key=past.get))
