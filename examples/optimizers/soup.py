"""Season a soup with four optimizers, 30 tastings each.

The soup is best with 1 spoon of salt and 5 potatoes. A wrong amount of salt spoils
it quickly, a wrong number of potatoes slowly. Run it: nox -s run -- examples/optimizers/soup.py
"""

import tensorflow as tf

STEPS = 30
SHOWN = (1, 5, 10, 20, 30)


def soup_loss(recipe):
    """Return how bad the soup tastes; `recipe` holds spoons of salt and potatoes."""
    salt, potatoes = recipe[0], recipe[1]
    return 10.0 * (salt - 1.0) ** 2 + 0.1 * (potatoes - 5.0) ** 2


optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.05),
    "SGD with momentum": tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.3),
}

runs = {}
print(f"{'loss after step':17}{0:6}", *[f"{step:7}" for step in SHOWN], "  salt potatoes")
for name, optimizer in optimizers.items():
    recipe = tf.Variable([0.0, 0.0])  # an empty pot
    losses = []
    for step in range(STEPS + 1):
        with tf.GradientTape() as tape:
            loss = soup_loss(recipe)
        losses.append(float(loss))  # before the step
        if step < STEPS:
            gradient = tape.gradient(loss, recipe)
            optimizer.apply_gradients([(gradient, recipe)])
    runs[name] = {"loss": losses}
    shown = [f"{losses[step]:7.3f}" for step in SHOWN]
    salt, potatoes = recipe.numpy()
    print(f"{name:17}{losses[0]:6.1f}", *shown, f"{salt:6.3f}{potatoes:9.3f}")
