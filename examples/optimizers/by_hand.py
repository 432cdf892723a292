"""Walk with an optimizer of Keras down the soup's loss, and print its first steps.

Run it: nox -s run -- examples/optimizers/by_hand.py
"""

import numpy as np
import tensorflow as tf

START = np.array([0.0, 0.0], dtype="float32")  # no salt, no potatoes
STEEPNESS = np.array([20.0, 0.2], dtype="float32")
BEST = np.array([1.0, 5.0], dtype="float32")


def slope(recipe):
    """Return the gradient of 10 (salt - 1)^2 + 0.1 (potatoes - 5)^2."""
    return STEEPNESS * (recipe - BEST)


def keras_path(optimizer, steps):
    """Return the recipe before the first step and after each one."""
    recipe = tf.Variable(START)
    path = [recipe.numpy()]
    for step in range(steps):
        optimizer.apply_gradients([(slope(recipe.numpy()), recipe)])
        path.append(recipe.numpy())
    return np.array(path)


def compare(by_hand, optimizer):
    """Print steps 1, 2, 3 and the last one, and whether Keras walks the same way."""
    path = keras_path(optimizer, len(by_hand) - 1)
    for step in (1, 2, 3, len(path) - 1):
        print(f"step {step:2}: by hand {by_hand[step].round(5)}, Keras {path[step].round(5)}")
    print("never more than 1e-5 apart:", bool(np.abs(by_hand - path).max() < 1e-5))


with tf.GradientTape() as tape:
    recipe = tf.Variable(START)
    loss = 10.0 * (recipe[0] - 1.0) ** 2 + 0.1 * (recipe[1] - 5.0) ** 2
print("gradient at the start, by the tape:   ", tape.gradient(loss, recipe).numpy())
print("gradient at the start, by the formula:", slope(START))
