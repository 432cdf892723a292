"""Predict the prices of unseen houses with four models, and print the best one.

Prices are in thousands; the houses are made below.
Run it: nox -s run -- examples/training/house_prices.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
STEPS = 40
LEARNING_RATE = 0.1

rng = np.random.default_rng(SEED)
area = rng.uniform(40, 200, 400)  # square metres
rooms = np.round(area / 30 + rng.normal(0, 0.7, 400))
distance = rng.uniform(0, 20, 400)  # kilometres to the centre
price = 60 + 2.2 * area + 8 * rooms - 6 * distance + rng.normal(0, 15, 400)

features = np.stack([area, rooms, distance], axis=1).astype("float32")
price = price.astype("float32")[:, None]
x, y, new_x, new_y = features[:300], price[:300], features[300:], price[300:]
mean, spread = x.mean(axis=0), x.std(axis=0)
x, new_x = (x - mean) / spread, (new_x - mean) / spread  # all three features on one scale
shuffled_y = rng.permutation(y)


def error_on_new_houses(answers=None, hidden=None, stretch=None):
    """Train on `answers`, or not at all; return the mean absolute error on unseen houses."""
    tf.keras.utils.set_random_seed(SEED)
    widths = [hidden, 1] if hidden else [1]
    model = tf.keras.Sequential([tf.keras.Input(shape=(3,)), *map(tf.keras.layers.Dense, widths)])
    optimizer = tf.keras.optimizers.SGD(learning_rate=LEARNING_RATE)
    for step in range(STEPS if answers is not None else 0):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((answers - model(x)) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    inputs = new_x if stretch is None else new_x * stretch.std() + stretch.mean()
    return np.mean(np.abs(model(inputs).numpy() - new_y)), model.count_params()


results = {
    "Updated, with a loss on the true prices": error_on_new_houses(y),
    "Updated, with a loss on shuffled prices": error_on_new_houses(shuffled_y),
    "More than a hundred times as many weights, never updated": error_on_new_houses(hidden=100),
    "Inputs stretched to the size of prices, weights never updated": error_on_new_houses(stretch=y),
}

for model, (error, weights) in results.items():
    print(f"off by {error:5.1f}, {weights:3} weights: {model}")
error = np.mean(np.abs(y.mean() - new_y))
print(f"off by {error:5.1f},  no weights: answering the mean price every time")
print("The smallest error:")
print(min(results, key=results.get))
