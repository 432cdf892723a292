"""Let four optimizers roll down the same bowl, and count how often each passes the bottom.

The loss is weight * weight, so the bottom is at 0.
Run it: nox -s run -- examples/optimizers/ball.py
"""

from itertools import pairwise

import tensorflow as tf

TOP = 5.0
STEPS = 200
SHOWN = (0, 1, 2, 3, 4, 5, 20, 200)

optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.1),
    "momentum 0.9": tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9),
    "Nesterov 0.9": tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.1),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def roll(optimizer, weight):
    """Return the weight after each step."""
    path = tf.TensorArray(tf.float32, STEPS)
    for step in tf.range(STEPS):
        optimizer.apply_gradients([(2 * weight, weight)])
        path = path.write(step, weight)
    return path.stack()


print(f"{'weight at step':14}", *[f"{step:>5}" for step in SHOWN], "  farthest past 0")
for name, optimizer in optimizers.items():
    weight = tf.Variable(TOP)
    optimizer.build([weight])
    path = [TOP, *roll(optimizer, weight).numpy()]
    turns = sum(before * after < 0 for before, after in pairwise(path))
    shown = [f"{path[step]:5.2f}" for step in SHOWN]
    print(f"{name:14}", *shown, f"{max(0, -min(path)):7.2f}, passes {turns} times")
