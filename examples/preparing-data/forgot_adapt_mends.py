"""Mend forgot_adapt.py one suspicion at a time, in twenty contests.

Run it: nox -s run -- examples/preparing-data/forgot_adapt_mends.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
CONTESTS = 20


def share_right(seed, rate=0.1, steps=100, known=200, adapt=False):
    """Return the share of 1000 new cakes that is sorted right."""
    rng = np.random.default_rng([SEED, seed])
    liking = rng.normal(size=(known + 1000, 3))
    points = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
    sold_out = liking.sum(axis=1) > 0
    normalize = tf.keras.layers.Normalization()
    if adapt:
        normalize.adapt(points[:known])
    x = normalize(points).numpy().astype("float64")
    weights, bias = np.zeros(3), 0.0
    for step in range(steps):
        error = 0.5 + 0.5 * np.tanh((x[:known] @ weights + bias) / 2) - sold_out[:known]
        weights -= rate * error @ x[:known] / known
        bias -= rate * error.mean()
    return np.mean((x[known:] @ weights + bias > 0) == sold_out[known:])


mends = {
    "The learning rate is too large": dict(rate=0.0000001),
    "It was trained for too few steps": dict(steps=1000),
    "It learns from too few cakes": dict(known=2000),
    "The layer does not know the points yet": dict(adapt=True),
}
median = {}
for fault, mend in mends.items():
    shares = [share_right(contest, **mend) for contest in range(CONTESTS)]
    median[fault] = np.median(shares)
    print(f"{fault}: {median[fault]:.0%} right, from {min(shares):.1%} to {max(shares):.1%}")
print("Sorts most once this was mended:")
print(max(median, key=median.get))
