"""Adam stops getting better. Something is wrong in the loop.

Run it: nox -s run -- examples/optimizers/new_optimizer.py
"""

import tensorflow as tf

RATE = 0.25


def soup_loss(recipe):
    """Return how bad the soup tastes."""
    return 10.0 * (recipe[0] - 1.0) ** 2 + 0.1 * (recipe[1] - 5.0) ** 2


recipe = tf.Variable([0.9, 4.1])  # nearly right: 1 and 5 are best
for step in range(17):
    with tf.GradientTape() as tape:
        loss = soup_loss(recipe)
    gradients = tape.gradient(loss, [recipe])
    optimizer = tf.keras.optimizers.Adam(learning_rate=RATE)
    optimizer.apply_gradients(zip(gradients, [recipe]))
    if step in (0, 7, 8, 15, 16):
        print(f"step {step:2}: loss {loss:7.4f}")
