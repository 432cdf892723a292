"""Teach an office 200 letters, 40 of them with a wrong stamp: without a brake, and with three.

Run it: nox -s run -- examples/regularisation/brakes.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(1)
order = rng.permutation(len(images))
letters, stamps = images[order] / 16, digits[order]
x, y = letters[:200], stamps[:200].copy()
y[:40] = (y[:40] + rng.integers(1, 10, 40)) % 10  # another digit
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def learn(penalty=0.0, absent=0.0, epochs=60):
    """Train an office of 64 clerks; return the shares of its own and of new letters right."""
    tf.keras.utils.set_random_seed(1)
    clerks = tf.keras.layers.Dense(64, activation="relu")
    bags = tf.keras.layers.Dense(10)
    dropout = tf.keras.layers.Dropout(absent)
    office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), clerks, dropout, bags])
    optimizer = tf.keras.optimizers.Adam(learning_rate=0.02)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = loss_fn(y, office(x, training=True))
            loudness = tf.reduce_sum(clerks.kernel**2) + tf.reduce_sum(bags.kernel**2)
            loss += penalty * loudness
        gradients = tape.gradient(loss, office.trainable_variables)
        optimizer.apply_gradients(zip(gradients, office.trainable_variables))

    for _epoch in range(epochs):
        step()
    own, new = (office(part).numpy().argmax(axis=1) for part in (x, letters[1000:]))
    return np.mean(own == y), np.mean(new == stamps[1000:])


brakes = {
    "no brake": {},
    "weight penalty": {"penalty": 0.01},
    "dropout": {"absent": 0.5},
    "early stopping": {"epochs": 12},
}
for name, brake in brakes.items():
    own, new = learn(**brake)
    print(f"{name}: own letters as stamped {own:.1%}, new letters right {new:.1%}")
