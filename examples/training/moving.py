"""Watch gradient, update and weights of four trainings, one healthy and three ill.

The data: scikit-learn's diabetes patients. Run it: nox -s run -- examples/training/moving.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
STEPS = 40

x, y = load_diabetes(return_X_y=True)
x, y = (x / x.std(axis=0)).astype("float32"), ((y - y.mean()) / y.std()).astype("float32")[:, None]


def train(learning_rate=0.1, apply=True):
    """Train a linear model; print what moved over the first ten steps, and the last loss."""
    tf.keras.utils.set_random_seed(SEED)
    model = tf.keras.Sequential([tf.keras.Input((10,)), tf.keras.layers.Dense(1)])
    optimizer = tf.keras.optimizers.SGD(learning_rate)
    start = model.layers[0].kernel.numpy()
    for step in range(STEPS + 1):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x) - y) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        if step == 0:
            size, first = float(tf.linalg.global_norm(gradients)), float(loss)
        if step == 10:
            moved = np.linalg.norm(model.layers[0].kernel - start)
        if apply:
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    last = float(loss)
    print(f"{size:16.2f}{moved:14.2g}{first:13.2f}{last:15.3g}")


print("               first gradient   moved in 10   first loss   after 40")
for name, settings in {
    "healthy": {},
    "no update": dict(apply=False),
    "rate too small": dict(learning_rate=1e-5),
    "rate too large": dict(learning_rate=0.3),
}.items():
    print(f"{name:<14}", end="")
    train(**settings)
