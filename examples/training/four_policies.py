"""Treat a robot's weights in four ways after each mistake, and print the best way.

Twenty robots per way learn at once, one row of weights each, from the same
apples and oranges. Run it: nox -s run -- examples/training/four_policies.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
ROBOTS = 20
STEPS = 60
LEARNING_RATE = 1.0

rng = np.random.default_rng(SEED)


def pick_fruit(count):
    """Return mass (100 g), redness and a constant 1 for the bias; and 1 for each apple."""
    apple = rng.integers(0, 2, count)
    mass = np.where(apple, rng.normal(1.6, 0.25, count), rng.normal(1.9, 0.25, count))
    redness = np.where(apple, rng.normal(0.7, 0.12, count), rng.normal(0.4, 0.12, count))
    features = np.stack([mass, redness, np.ones(count)]).astype("float32")
    return features, apple.astype("float32")


fruit, is_apple = pick_fruit(200)
new_fruit, new_is_apple = pick_fruit(1000)
answers = np.tile(is_apple, (ROBOTS, 1))  # the same answers for every robot
start = rng.normal(size=(ROBOTS, 3)).astype("float32")


def redraw(weights, gradient):
    """Guess anew."""
    weights.assign(rng.normal(size=(ROBOTS, 3)))


def keep(weights, gradient):
    """Do nothing."""


def step_against(weights, gradient):
    """Go where the loss falls."""
    weights.assign_sub(LEARNING_RATE * gradient)


def step_along(weights, gradient):
    """Go where the loss rises."""
    weights.assign_add(LEARNING_RATE * gradient)


ways = {
    "Draw new random weights, so that it guesses differently": redraw,
    "Keep its weights fixed, so that it forgets nothing": keep,
    "Move its weights a little against the gradient of the loss": step_against,
    "Move its weights a little along the gradient of the loss": step_along,
}

scores = {}
for way, treat in ways.items():
    weights = tf.Variable(start)
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=answers, logits=weights @ fruit)
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # robots stay apart
        treat(weights, tape.gradient(loss, weights))
    called_apple = (weights @ new_fruit).numpy() > 0
    right = np.mean(called_apple == new_is_apple, axis=1)
    stuck = np.sum(called_apple.min(axis=1) == called_apple.max(axis=1))
    scores[way] = right.mean()
    print(way)
    print(
        f"  right {right.mean():.1%}, worst robot {right.min():.0%}, best {right.max():.0%}; "
        f"{stuck} of {ROBOTS} give every fruit the same name"
    )

print("The best of the four, over twenty robots each:")
print(max(scores, key=scores.get))
