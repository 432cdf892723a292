"""Map the soup's loss over salt and potatoes, and record four optimizers' paths on it.

Run it: nox -s run -- examples/optimizers/soup_landscape.py
"""

import numpy as np
import tensorflow as tf

STEPS = 40

salts, potatoes = np.linspace(-0.6, 2.6, 41), np.linspace(-1.0, 8.0, 41)


def soup_loss(salt, potato):
    """Return how bad the soup tastes."""
    return 10.0 * (salt - 1.0) ** 2 + 0.1 * (potato - 5.0) ** 2


optimizers = {
    "SGD": tf.keras.optimizers.SGD(learning_rate=0.09),
    "SGD with momentum": tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),
    "RMSprop": tf.keras.optimizers.RMSprop(learning_rate=0.1),
    "Adam": tf.keras.optimizers.Adam(learning_rate=0.3),
}

paths = {}
for name, optimizer in optimizers.items():
    recipe = tf.Variable([0.0, 0.0])
    walked = []
    for step in range(STEPS + 1):
        walked.append(recipe.numpy())
        with tf.GradientTape() as tape:
            loss = soup_loss(recipe[0], recipe[1])
        optimizer.apply_gradients([(tape.gradient(loss, recipe), recipe)])
    salt, potato = np.array(walked).T
    paths[name] = {"salt": salt, "potatoes": potato, "loss": soup_loss(salt, potato)}
    print(f"{name}: ends at salt {salt[-1]:.2f}, potatoes {potato[-1]:.2f}")

surface = soup_loss(salts[None, :], potatoes[:, None])
valley = {"salt": salts, "potatoes": potatoes, "loss": surface, "paths": paths}
