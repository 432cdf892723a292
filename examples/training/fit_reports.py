"""Compare the loss that `fit` reports with the loss that `evaluate` measures right after.

The data: scikit-learn's diabetes patients. Run it: nox -s run -- examples/training/fit_reports.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
EPOCHS = 3
BATCH = 32
LEARNING_RATE = 0.01
STARTS = 20

x, y = load_diabetes(return_X_y=True)
x, y = (x / x.std(axis=0)).astype("float32"), ((y - y.mean()) / y.std()).astype("float32")

tf.keras.utils.set_random_seed(SEED)
model = tf.keras.Sequential([tf.keras.Input((10,)), tf.keras.layers.Dense(1, use_bias=False)])
model.compile(optimizer=tf.keras.optimizers.SGD(LEARNING_RATE), loss="mse")
for epoch in range(EPOCHS):
    history = model.fit(x, y, batch_size=BATCH, verbose=0)
    measured = model.evaluate(x, y, batch_size=len(x), verbose=0)
    print(f"epoch {epoch + 1}: fit reports {history.history['loss'][0]:.3f}, ", end="")
    print(f"evaluate measures {measured:.3f}")

# The first epoch of twenty models at once, each with a start and an order of its own.
rng = np.random.default_rng(SEED)
limit = np.sqrt(6 / (10 + 1))
weights = rng.uniform(-limit, limit, (STARTS, 10))
order = rng.permuted(np.tile(np.arange(len(x)), (STARTS, 1)), axis=1)
total = np.zeros(STARTS)
for first in range(0, len(x), BATCH):
    rows = order[:, first : first + BATCH]
    error = np.einsum("mbf,mf->mb", x[rows], weights) - y[rows]
    total += np.sum(error**2, axis=1)  # measured before this batch's update
    gradient = 2 * np.einsum("mbf,mb->mf", x[rows], error) / rows.shape[1]
    weights -= LEARNING_RATE * gradient
reported = total / len(x)
measured = np.mean((weights @ x.T - y) ** 2, axis=1)  # all of it after the last update

higher = np.sum(reported > measured)
print(f"in {higher} of {STARTS} starts the reported loss is larger after the first epoch,")
print(f"on average {reported.mean():.2f} against {measured.mean():.2f}")
readings = {
    "They are equal": np.allclose(reported, measured),
    "The one that fit reports is larger": higher == STARTS,
    "The one that evaluate measures is larger": higher == 0,
}
print("After the first epoch:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
