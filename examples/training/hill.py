"""Let a thousand balls roll on a landscape with a hill between two valleys.

Run it: nox -s run -- examples/training/hill.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
BALLS = 1000
STEPS = 200
LEARNING_RATE = 0.05


def height(w):
    """Return the loss of a weight: two valleys, the right one a little higher."""
    return (w**2 - 1) ** 2 + 0.2 * w


def roll(start):
    """Follow the gradient from each start; return where the balls end."""
    w = tf.Variable(start)
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(height(w))  # balls stay apart
        w.assign_sub(LEARNING_RATE * tape.gradient(loss, w))
    return w.numpy()


start = np.random.default_rng(SEED).uniform(-2, 2, BALLS).astype("float32")
end = roll(start)
for name, there in (("left", end < 0), ("right", end > 0)):
    print(f"{np.mean(there):.1%} end in the {name} valley, at {end[there].mean():.3f}, ", end="")
    print(f"where the loss is {height(end[there]).mean():.3f}")
lowest, highest = start[end > 0].min(), start[end < 0].max()
print(f"the lowest start that ends right is {lowest:.2f}, the highest that ends left {highest:.2f}")
