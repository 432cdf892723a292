"""Train three robots from different starts, and keep what they were like at each step.

Run it: nox -s run -- examples/training/robot_starts.py
"""

import itertools

import numpy as np
import tensorflow as tf

SEED = 2
ROBOTS = 3
STEPS = 60
LEARNING_RATE = 1.0

rng = np.random.default_rng(SEED)
apple = rng.integers(0, 2, 200)
mass = np.where(apple, rng.normal(1.6, 0.25, 200), rng.normal(1.9, 0.25, 200))
redness = np.where(apple, rng.normal(0.7, 0.12, 200), rng.normal(0.4, 0.12, 200))
fruit = np.stack([mass, redness, np.ones(200)]).astype("float32")
answers = np.tile(apple, (ROBOTS, 1)).astype("float32")

weights = tf.Variable(rng.normal(size=(ROBOTS, 3)).astype("float32"))  # a row for each robot
names = [f"robot {robot + 1}" for robot in range(ROBOTS)]
runs = {name: {"step": [], "loss": [], "sorted right": [], "redness weight": []} for name in names}
for step in range(STEPS + 1):
    with tf.GradientTape() as tape:
        score = weights @ fruit
        losses = tf.nn.sigmoid_cross_entropy_with_logits(answers, score)
        loss = tf.reduce_mean(losses, axis=1)
        total = tf.reduce_sum(loss)  # robots stay apart
    right = np.mean((score.numpy() > 0) == apple, axis=1)
    for robot, run in enumerate(runs.values()):
        run["step"].append(step)
        run["loss"].append(float(loss[robot]))
        run["sorted right"].append(float(right[robot]))
        run["redness weight"].append(float(weights[robot, 1]))
    weights.assign_sub(LEARNING_RATE * tape.gradient(total, weights))

for name, run in runs.items():
    loss, right = run["loss"], run["sorted right"]
    rises = sum(b > a for a, b in itertools.pairwise(loss))
    falls = sum(b < a for a, b in itertools.pairwise(right))
    print(f"{name}: loss {loss[0]:.3f} -> {loss[-1]:.3f}, rose {rises} times; ", end="")
    print(f"right {right[0]:.1%} -> {right[-1]:.1%}, fell {falls} times")
