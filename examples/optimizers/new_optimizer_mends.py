"""Mend new_optimizer.py one suspicion at a time, and print the mend that lets it finish.

Run it: nox -s run -- examples/optimizers/new_optimizer_mends.py
"""

import tensorflow as tf

STEPS = 80
GOOD_ENOUGH = 0.0001


def soup_loss(recipe):
    """Return how bad the soup tastes."""
    return 10.0 * (recipe[0] - 1.0) ** 2 + 0.1 * (recipe[1] - 5.0) ** 2


def train(rate=0.25, persistent=False, epsilon=1e-7, keep=False):
    """Return the loss after all steps."""
    recipe = tf.Variable([0.9, 4.1])
    optimizer = tf.keras.optimizers.Adam(learning_rate=rate, epsilon=epsilon)
    for step in range(STEPS):
        with tf.GradientTape(persistent=persistent) as tape:
            loss = soup_loss(recipe)
        gradients = tape.gradient(loss, [recipe])
        if not keep:
            optimizer = tf.keras.optimizers.Adam(learning_rate=rate, epsilon=epsilon)
        optimizer.apply_gradients(zip(gradients, [recipe]))
    return float(soup_loss(recipe))


mends = {
    "The learning rate is too large": dict(rate=0.03125),
    "The tape forgets: it has to be persistent": dict(persistent=True),
    "Epsilon is too small": dict(epsilon=1e-3),
    "Each step makes a new optimizer": dict(keep=True),
}

losses = {fault: train(**mend) for fault, mend in mends.items()}
for fault, loss in losses.items():
    print(f"loss {loss:8.4f}  {fault}")
print(f"The loss fell below {GOOD_ENOUGH} once this was mended:")
print(*[fault for fault in mends if losses[fault] < GOOD_ENOUGH], sep="\n")
