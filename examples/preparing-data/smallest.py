"""Train one neuron on the points of three judges, as they come and standardised.

Run it: nox -s run -- examples/preparing-data/smallest.py
"""

import numpy as np
import tensorflow as tf

SEED = 1

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(300, 3))  # how much each judge likes each cake
points = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]  # Ada, Ben and Cleo
sold_out = (liking.sum(axis=1) > 0).astype(float)


def share_right(x):
    """Train on the first 200 cakes; return the share of the other 100 that is sorted right."""
    weights, bias = tf.Variable(np.zeros((3, 1))), tf.Variable(np.zeros(1))
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
    for step in range(40):
        with tf.GradientTape() as tape:
            scores = (x[:200] @ weights + bias)[:, 0]
            losses = tf.nn.sigmoid_cross_entropy_with_logits(sold_out[:200], scores)
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, [weights, bias])
        optimizer.apply_gradients(zip(gradients, [weights, bias]))
    says = (x[200:] @ weights + bias)[:, 0] > 0
    return np.mean(says == (sold_out[200:] > 0))


mean = points[:200].mean(axis=0)
std = points[:200].std(axis=0)
prepared = (points - mean) / std

print("mean:              ", mean.round(1).tolist())
print("standard deviation:", std.round(1).tolist())
print("first cake:        ", points[0].round(1).tolist())
print("first cake, ready: ", prepared[0].round(2).tolist())
print(f"as they come: {share_right(points):.0%} sorted right")
print(f"standardised: {share_right(prepared):.0%} sorted right")
