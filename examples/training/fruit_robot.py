"""Train a robot with one neuron to tell apples from oranges.

Each fruit has a mass and a redness; the data are made below.
Run it: nox -s run -- examples/training/fruit_robot.py
"""

import numpy as np
import tensorflow as tf

SEED = 2
STEPS = 100
LEARNING_RATE = 1.0


def pick_fruit(count, rng):
    """Return features (mass in 100 g, redness from 0 to 1) and labels (1 = apple)."""
    apple = rng.integers(0, 2, count)
    mass = np.where(apple, rng.normal(1.6, 0.25, count), rng.normal(1.9, 0.25, count))
    redness = np.where(apple, rng.normal(0.7, 0.12, count), rng.normal(0.4, 0.12, count))
    features = np.stack([mass, redness], axis=1).astype("float32")
    return features, apple.astype("float32")[:, None]


rng = np.random.default_rng(SEED)
fruit, is_apple = pick_fruit(200, rng)
new_fruit, new_is_apple = pick_fruit(1000, rng)

tf.keras.utils.set_random_seed(SEED)
neuron = tf.keras.layers.Dense(1, activation="sigmoid")
robot = tf.keras.Sequential([tf.keras.Input(shape=(2,)), neuron])
loss_fn = tf.keras.losses.BinaryCrossentropy()
optimizer = tf.keras.optimizers.SGD(learning_rate=LEARNING_RATE)

print("step    loss   sorted right   called apple   mass weight   redness weight    bias")
for step in range(STEPS + 1):
    with tf.GradientTape() as tape:
        loss = loss_fn(is_apple, robot(fruit))
    if step in (0, 1, 2, 5, 10, 20, 50, STEPS):
        called_apple = robot(new_fruit).numpy() > 0.5
        right = np.mean(called_apple == new_is_apple)
        (mass_weight,), (redness_weight,) = neuron.kernel.numpy()
        print(
            f"{step:4}{loss:8.3f}{right:15.1%}{called_apple.mean():15.1%}"
            f"{mass_weight:+14.2f}{redness_weight:+17.2f}{neuron.bias.numpy().item():+8.2f}"
        )
    gradients = tape.gradient(loss, robot.trainable_variables)
    optimizer.apply_gradients(zip(gradients, robot.trainable_variables))
