"""Train on noisy answers with a constant and with a falling learning rate.

Run it: nox -s run -- examples/learning-rate-schedules/smallest.py
"""

import tensorflow as tf

RUNS = 20
STEPS = 100

tf.keras.utils.set_random_seed(1)
# Twenty runs at once, one per column: each has a weight and noise of its own.
answers = tf.random.normal((STEPS, RUNS), mean=3.0)


def distances(learning_rate):
    """Return how far from 3 the weight of each run ends."""
    weights = tf.Variable(tf.zeros(RUNS))
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    for answer in answers:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum((weights - answer) ** 2)
        optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])
    return tf.abs(weights - 3.0).numpy()


falling = tf.keras.optimizers.schedules.ExponentialDecay(0.4, decay_steps=20, decay_rate=0.5)
for name, rate in {"constant": 0.4, "falling": falling}.items():
    away = distances(rate)
    print(f"{name}: {away.mean():.2f} away on average, {away.max():.2f} at worst")
