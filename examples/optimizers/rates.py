"""Season the soup with five optimizers and seven learning rates, 100 steps each.

The rate is a function here, so that one optimizer trains seven recipes at once,
each with a rate of its own. Run it: nox -s run -- examples/optimizers/rates.py
"""

import tensorflow as tf

RATES = [0.001, 0.01, 0.05, 0.3, 1.0, 10.0, 100.0]
STEPS = 100

steepness = tf.constant([20.0, 0.2])  # the gradient of the soup's loss is
best = tf.constant([1.0, 5.0])  # steepness * (recipe - best)


def rate():
    """Return a column of rates, one for each row of recipes."""
    return tf.constant(RATES)[:, None]


optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=rate),
    "SGD, momentum 0.9": tf.keras.optimizers.SGD(learning_rate=rate, momentum=0.9),
    "SGD, Nesterov 0.9": tf.keras.optimizers.SGD(learning_rate=rate, momentum=0.9, nesterov=True),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=rate),
    "Adam": tf.keras.optimizers.Adam(learning_rate=rate),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def season():
    """Take all steps with all optimizers."""
    for step in tf.range(STEPS):
        for name, optimizer in optimizers.items():
            gradient = steepness * (recipes[name] - best)
            optimizer.apply_gradients([(gradient, recipes[name])])


recipes = {name: tf.Variable(tf.zeros((len(RATES), 2))) for name in optimizers}
for name, optimizer in optimizers.items():
    optimizer.build([recipes[name]])
season()


print("the loss after 100 steps; it was 12.5 at the start")
print(f"{'learning rate':18}", *[f"{value:>9g}" for value in RATES])
for name in optimizers:
    losses = tf.reduce_sum(steepness / 2 * (recipes[name] - best) ** 2, axis=1).numpy()
    print(f"{name:18}", *[f"{loss:9.3g}" for loss in losses])
