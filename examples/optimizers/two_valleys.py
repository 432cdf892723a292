"""Roll 1000 balls with and without momentum in two landscapes with two valleys each.

In how many cases does a ball end in the deeper valley?
Run it: nox -s run -- examples/optimizers/two_valleys.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
STEPS = 400

starts = np.random.default_rng(SEED).uniform(-4, 4, 1000).astype("float32")
landscapes = {  # the slope, by powers of the weight from the third down; the deep valley; the rate
    "A": ([0.08, 0.0, -0.5, -0.15], "right", 0.3),
    "B": ([0.2, -0.3, -0.8, 0.5], "left", 0.2),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def roll(optimizer, weights, slope):
    """Take all steps."""
    for step in tf.range(STEPS):
        optimizer.apply_gradients([(tf.math.polyval(slope, tf.identity(weights)), weights)])


for name, (slope, deep, rate) in landscapes.items():
    ridge = np.sort(np.roots(slope))[1]  # level places: a valley, the ridge, a valley
    print(f"landscape {name}, the deeper valley is on the {deep}")
    began_in_deep = (starts > ridge) == (deep == "right")
    for momentum in (0.0, 0.9):
        weights = tf.Variable(starts)
        optimizer = tf.keras.optimizers.SGD(learning_rate=rate, momentum=momentum)
        optimizer.build([weights])
        roll(optimizer, weights, slope)
        in_deep = (weights.numpy() > ridge) == (deep == "right")
        escaped, lost = np.sum(in_deep & ~began_in_deep), np.sum(began_in_deep & ~in_deep)
        print(
            f"  momentum {momentum:4}: {in_deep.sum()} in the deeper valley; "
            f"{escaped} moved into it, {lost} out of it"
        )
