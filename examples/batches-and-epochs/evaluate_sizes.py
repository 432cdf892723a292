"""Measure the loss of one model with three batch sizes.

Run it: nox -s run -- examples/batches-and-epochs/evaluate_sizes.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x, houses = np.ones((50, 1)), rng.normal(4, 2, (50, 2))
model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(2)])
model.compile(loss="mse")

losses = {size: model.evaluate(x, houses, batch_size=size, verbose=0) for size in (50, 20, 1)}
for size, loss in losses.items():
    print(f"batches of {size}: {loss:.4f}")
change = losses[1] - losses[50]
answers = {
    "It falls": change < -0.001,
    "It stays": abs(change) <= 0.001,
    "It grows": change > 0.001,
}
print("From batches of 50 to batches of 1:")
print(*[answer for answer, holds in answers.items() if holds], sep="\n")
