"""Season the soup with every combination of optimizer, momentum and learning rate.

Adam's momentum is its beta_1. All rates of a row are trained at once.
Run it: nox -s run -- examples/optimizers/soup_sweep.py
"""

import numpy as np
import tensorflow as tf

STEPS = 40
RATES = [0.001, 0.01, 0.05, 0.09, 0.11, 0.3, 1.0, 3.0]
MOMENTA = [0.0, 0.5, 0.9]

steepness, best = np.array([20, 0.2]), np.array([1, 5])


def rate():
    """Return one rate for each row of recipes."""
    return tf.constant(RATES, tf.float64)[:, None]


makers = {
    "SGD": lambda momentum: tf.keras.optimizers.SGD(rate, momentum=momentum),
    "RMSprop": lambda momentum: tf.keras.optimizers.RMSprop(rate, momentum=momentum),
    "Adam": lambda momentum: tf.keras.optimizers.Adam(rate, beta_1=momentum),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def season(contestants):
    """Return the losses before each step; shape steps, momenta, rates."""
    path = tf.TensorArray(tf.float64, STEPS + 1)
    for step in tf.range(STEPS + 1):
        losses = []
        for optimizer, recipes in contestants:
            losses.append(tf.reduce_sum(steepness / 2 * (recipes - best) ** 2, axis=1))
            optimizer.apply_gradients([(steepness * (recipes - best), recipes)])
        path = path.write(step, tf.stack(losses))
    return path.stack()


runs = {}
for name, make in makers.items():
    contestants = []
    for momentum in MOMENTA:
        optimizer, recipes = make(momentum), tf.Variable(tf.zeros((len(RATES), 2), tf.float64))
        optimizer.build([recipes])
        contestants.append((optimizer, recipes))
    losses = season(contestants).numpy()
    for column, momentum in enumerate(MOMENTA):
        for row, value in enumerate(RATES):
            runs[name, momentum, value] = {
                "step": np.arange(STEPS + 1),
                "loss": losses[:, column, row],
            }
final = {setting: np.nan_to_num(run["loss"][-1], nan=np.inf) for setting, run in runs.items()}
print("best of all:", min(final, key=final.get), f"loss {min(final.values()):.2g}")
worse = sum(loss > runs[setting]["loss"][0] for setting, loss in final.items())
print(f"{len(runs)} settings, of which {worse} end worse than they began")
