"""Train a robot with one neuron to tell apples from oranges, and keep every step.

Run it: nox -s run -- examples/home/watch_it_learn.py
"""

import numpy as np
import tensorflow as tf

SEED = 4
STEPS = 40

rng = np.random.default_rng(SEED)
apple = rng.integers(0, 2, 200)
mass = np.where(apple, rng.normal(1.6, 0.25, 200), rng.normal(1.9, 0.25, 200))
redness = np.where(apple, rng.normal(0.7, 0.12, 200), rng.normal(0.4, 0.12, 200))
fruit = np.stack([mass, redness], axis=1).astype("float32")
answers = apple.astype("float32")[:, None]

tf.keras.utils.set_random_seed(SEED)
robot = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
loss_fn = tf.keras.losses.BinaryCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.SGD(learning_rate=1.0)

run = {"step": [], "loss": [], "sorted right": []}
for step in range(STEPS + 1):
    with tf.GradientTape() as tape:
        scores = robot(fruit)
        loss = loss_fn(answers, scores)
    run["step"].append(step)
    run["loss"].append(float(loss))
    run["sorted right"].append(float(np.mean((scores.numpy() > 0) == answers)))
    gradients = tape.gradient(loss, robot.trainable_variables)
    optimizer.apply_gradients(zip(gradients, robot.trainable_variables))

print(
    f"sorted right at first {run['sorted right'][0]:.0%}, in the end {run['sorted right'][-1]:.0%}"
)
