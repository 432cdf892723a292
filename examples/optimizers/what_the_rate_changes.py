"""Take the same SGD step with two learning rates, and print what is different.

Run it: nox -s run -- examples/optimizers/what_the_rate_changes.py
"""

import tensorflow as tf

START = [0.0, 0.0]
RATES = [0.01, 0.05]


def soup_loss(recipe):
    """Return how bad the soup tastes."""
    return 10.0 * (recipe[0] - 1.0) ** 2 + 0.1 * (recipe[1] - 5.0) ** 2


def first_step(rate):
    """Return four facts about the first step."""
    recipe = tf.Variable(START)
    with tf.GradientTape() as tape:
        loss = soup_loss(recipe)
    gradient = tape.gradient(loss, recipe)
    tf.keras.optimizers.SGD(learning_rate=rate).apply_gradients([(gradient, recipe)])
    length = tf.norm(recipe)  # it started at zero
    return {
        "The gradient that the step starts from": tf.norm(gradient),
        "The direction of the step": recipe[0] / length,
        "The length of the step": length,
        "The number of weights that move": tf.math.count_nonzero(recipe),
    }


small, large = [first_step(rate) for rate in RATES]
for fact in small:
    print(f"{fact}: {float(small[fact]):.4g} and {float(large[fact]):.4g}")
print("Different:")
print(*[fact for fact in small if abs(float(small[fact] - large[fact])) > 1e-6], sep="\n")
