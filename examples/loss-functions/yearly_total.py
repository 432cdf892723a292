"""Forecast rain for four seasons, and add up the forecasts of a year.

Most days are dry. Twenty forecasters learn at once from twenty made-up records of 400 days.
Run it: nox -s run -- examples/loss-functions/yearly_total.py
"""

import numpy as np
import tensorflow as tf

RECORDS = 20
STEPS = 500

rng = np.random.default_rng(0)
wet = np.array([0.6, 0.45, 0.3, 0.4])[:, None]  # the share of wet days in each season
shape = (RECORDS, 4, 100)  # record, season, day
rain = np.where(rng.random(shape) < wet, rng.exponential(8.0, shape), 0.0)


def huber(misses):
    """Return the Huber loss, which turns from squares to distances at a miss of 1."""
    distance = tf.abs(misses)
    return tf.where(distance < 1, distance**2 / 2, distance - 1 / 2)


losses = {
    "Mean squared error": tf.square,
    "Mean absolute error": tf.abs,
    "Huber loss": huber,
    "Pinball loss with 0.9": lambda misses: tf.maximum(0.9 * misses, -0.1 * misses),
}
off = {}
for name, loss_of in losses.items():
    answers = tf.Variable(np.full((RECORDS, 4, 1), 5.0))
    optimizer = tf.keras.optimizers.Adam(0.1)
    optimizer.build([answers])

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(loss_of=loss_of, answers=answers, optimizer=optimizer):
        """Take one step for each forecaster."""
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.reduce_mean(loss_of(rain - answers), axis=-1))
        optimizer.apply_gradients([(tape.gradient(loss, answers), answers)])

    for _ in range(STEPS):
        step()
    totals = answers.numpy().mean(axis=(1, 2)) / rain.mean(axis=(1, 2))
    off[name] = np.abs(totals - 1).mean()
    print(f"{name}: {totals.min():.0%} to {totals.max():.0%} of the rain that fell")
print(min(off, key=off.get))
