"""Move a thousand weights in three ways, and print where those with a positive gradient go.

Each weight has an example of its own. Run it: nox -s run -- examples/training/sign_of_gradient.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
WEIGHTS = 1000
LEARNING_RATE = 0.01

rng = np.random.default_rng(SEED)
start, x, y = rng.normal(size=(3, WEIGHTS)).astype("float32")


def moves(update):
    """Return how far each weight moves that has a positive gradient."""
    weight = tf.Variable(start)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum((weight * x - y) ** 2)
    gradient = tape.gradient(loss, weight)
    update(weight, gradient)
    return (weight - start).numpy()[gradient.numpy() > 0]


def with_sgd(weight, gradient):
    """Update as Keras does."""
    tf.keras.optimizers.SGD(LEARNING_RATE).apply_gradients([(gradient, weight)])


def with_a_plus(weight, gradient):
    """Walk the wrong way."""
    weight.assign_add(LEARNING_RATE * gradient)


def not_at_all(weight, gradient):
    """Leave it at knowing the gradient."""


ways = {
    "the update": with_sgd,
    "the update with a plus sign": with_a_plus,
    "only the gradient, no update": not_at_all,
}
outcomes = {}
for name, update in ways.items():
    moved = moves(update)
    outcomes[name] = {
        "It gets smaller": int(np.sum(moved < 0)),
        "It gets larger": int(np.sum(moved > 0)),
        "It stays as it is": int(np.sum(moved == 0)),
    }
    print(f"{name}: {outcomes[name]}")
weight = tf.Variable(0.0)
momentum = tf.keras.optimizers.SGD(learning_rate=0.1, momentum=0.9)
momentum.apply_gradients([(tf.constant(-1.0), weight)])
before = weight.numpy()
momentum.apply_gradients([(tf.constant(0.1), weight)])
print(f"with momentum, a gradient of 0.1 after one of -1: moved by {weight.numpy() - before:+.3f}")
print("What the update does to a weight with a positive gradient:")
print(max(outcomes["the update"], key=outcomes["the update"].get))
