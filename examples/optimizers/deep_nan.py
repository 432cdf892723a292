"""Let Adam train deep networks at a learning rate of 1, and print what float32 cannot hold first.

Hidden layers of 64 ReLU units, the mean squared error, 32 made-up houses with three features.
Twenty random starts for each depth, all trained at once.
Run it: nox -s run -- examples/optimizers/deep_nan.py
"""

from collections import Counter

import numpy as np
import tensorflow as tf

SEED = 1
STARTS = 20
UNITS = 64
STEPS = 20

rng = np.random.default_rng(SEED)
x = rng.normal(size=(32, 3)).astype("float32")
y = x @ np.float32([[2.0], [-1.0], [0.5]])


def train(layers=12, rate=1.0, clip=None):
    """Take one step after the other; yield all that it computed, in its order."""
    draws = np.random.default_rng(SEED)

    def kernel(*shape):
        """Return kernels as Dense draws them."""
        limit = np.sqrt(6 / (shape[-2] + shape[-1]))
        return tf.Variable(draws.uniform(-limit, limit, (STARTS, *shape)).astype("float32"))

    into, between, out = kernel(3, UNITS), kernel(layers - 1, UNITS, UNITS), kernel(UNITS, 1)
    bias = tf.Variable(tf.zeros((STARTS, layers, 1, UNITS)))
    out_bias = tf.Variable(tf.zeros((STARTS, 1, 1)))
    weights = [into, between, out, bias, out_bias]
    optimizer = tf.keras.optimizers.Adam(rate, clipvalue=clip)
    optimizer.build(weights)
    squares = [variable for variable in optimizer.variables if "velocity" in variable.path]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            values = x
            kernels = [into, *tf.unstack(between, axis=1)]
            for layer_kernel, layer_bias in zip(kernels, tf.unstack(bias, axis=1)):
                values = tf.nn.relu(values @ layer_kernel + layer_bias)
            predictions = values @ out + out_bias
            loss = tf.reduce_mean((predictions - y) ** 2, axis=[1, 2])
        gradients = tape.gradient(loss, weights)
        optimizer.apply_gradients(zip(gradients, weights))
        return loss, gradients

    for _ in range(STEPS):
        loss, gradients = step()
        yield {
            "The loss": [loss],
            "A gradient": gradients,
            "Adam's average of the squared gradients": squares,
            "A weight": weights,
        }


def count_nan(**settings):
    """Return how many of the twenty losses are NaN in the end."""
    *_, last = train(**settings)
    return int(np.isnan(last["The loss"][0]).sum())


for name, settings in {
    "4 hidden layers, rate 1": dict(layers=4),
    "8 hidden layers, rate 1": dict(layers=8),
    "12 hidden layers, rate 0.001": dict(rate=0.001),
    "12 hidden layers, rate 1, clipvalue=1.0": dict(clip=1.0),
    "12 hidden layers, rate 1": {},
}.items():
    print(f"NaN in {count_nan(**settings):2} of {STARTS}: {name}")

print("there, in the step that brings the first overflow:")
for parts in train():
    size = {  # the largest number of each network
        name: np.max([abs(t.numpy()).reshape(STARTS, -1).max(axis=1) for t in tensors], axis=0)
        for name, tensors in parts.items()
    }
    if not all(np.isfinite(largest).all() for largest in size.values()):
        break
first = Counter()
for start in range(STARTS):
    first.update([name for name in size if not np.isfinite(size[name][start])][:1])
for name in size:
    print(f"  {name}: about {size[name].max():.1g}, overflows first in {first[name]} of {STARTS}")
print("The first to overflow:")
print(first.most_common(1)[0][0])
