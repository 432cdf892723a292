"""Give four optimizers the gradients 1 and then 0, and print whose weight moves at the 0.

Run it: nox -s run -- examples/optimizers/pool_zero_gradient.py
"""

import tensorflow as tf

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.1),
    "momentum": tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.1),
}

paths = {}
for name, optimizer in optimizers.items():
    weight = tf.Variable(0.0)
    optimizer.apply_gradients([(tf.constant(1.0), weight)])
    after_one = float(weight)
    optimizer.apply_gradients([(tf.constant(0.0), weight)])
    paths[name] = after_one, float(weight)
    print(f"{name:9} after gradient 1: {after_one:.3f}, after gradient 0: {float(weight):.3f}")
other = tf.Variable(0.0)
rolling = tf.keras.optimizers.RMSprop(learning_rate=0.1, momentum=0.9)
rolling.apply_gradients([(tf.constant(1.0), other)])
after_one = float(other)
rolling.apply_gradients([(tf.constant(0.0), other)])
print(f"RMSprop with momentum moves at gradient 0 by {float(other) - after_one:.3f}")
print("These moved at gradient 0:")
print(", ".join(name for name, (before, after) in paths.items() if before != after))
