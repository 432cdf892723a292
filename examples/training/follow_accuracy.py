"""Train the robot on its number of mistakes.

Run it: nox -s run -- examples/training/follow_accuracy.py
"""

import numpy as np
import tensorflow as tf

SEED = 2

rng = np.random.default_rng(SEED)
apple = rng.integers(0, 2, 200)
mass = np.where(apple, rng.normal(1.6, 0.25, 200), rng.normal(1.9, 0.25, 200))
redness = np.where(apple, rng.normal(0.7, 0.12, 200), rng.normal(0.4, 0.12, 200))
fruit = np.stack([mass, redness], axis=1).astype("float32")
answer = np.where(apple, 1, -1).astype("float32")[:, None]  # 1 for apples, -1 for oranges

tf.keras.utils.set_random_seed(SEED)
robot = tf.keras.Sequential([tf.keras.Input(shape=(2,)), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(learning_rate=1.0)

for step in range(51):
    with tf.GradientTape() as tape:
        said = tf.sign(robot(fruit))  # 1 for apples, -1 for oranges
        mistakes = tf.reduce_mean(tf.abs(said - answer) / 2)
    gradients = tape.gradient(mistakes, robot.trainable_variables)
    optimizer.apply_gradients(zip(gradients, robot.trainable_variables))
    if step % 25 == 0:
        weights = robot.trainable_variables[0].numpy().ravel()
        print(f"step {step:2}: mistakes {mistakes:.1%}, weights {weights.round(3)}")
