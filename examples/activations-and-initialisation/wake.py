"""Follow the dead lamps of two hidden ReLU layers while plain SGD trains; twenty networks.

A lamp is dead if it is off for all 600 training images.
Run it: nox -s run -- examples/activations-and-initialisation/wake.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, STEPS, BATCH = 20, 64, 60, 100

images, digits = load_digits(return_X_y=True)
images = images.astype("float32") / 16
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)[:, :600]
x, y = images[order], digits[order]


def glorot(inputs, outputs):
    """Return random weights, a table for each network."""
    limit = np.sqrt(6 / (inputs + outputs))
    drawn = rng.uniform(-limit, limit, (STARTS, inputs, outputs))
    return tf.Variable(drawn.astype("float32"))


kernels = [glorot(64, LAMPS), glorot(LAMPS, LAMPS), glorot(LAMPS, 10)]
biases = [tf.Variable(tf.zeros((STARTS, 1, width))) for width in (LAMPS, LAMPS, 10)]
optimizer = tf.keras.optimizers.SGD(1.0)
optimizer.build(kernels + biases)


def layers(fronts):
    """Return the lamps of both hidden layers, and the scores."""
    first = tf.nn.relu(fronts @ kernels[0] + biases[0])
    second = tf.nn.relu(first @ kernels[1] + biases[1])
    return first, second, second @ kernels[2] + biases[2]


@tf.function  # compiles the step: the same arithmetic, faster
def step(x, y):
    """Train all networks on one batch."""
    with tf.GradientTape() as tape:
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, layers(x)[2])
        loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # networks stay apart
    gradients = tape.gradient(loss, kernels + biases)
    optimizer.apply_gradients(zip(gradients, kernels + biases))


history = []
for number in range(STEPS + 1):
    if number % 6 == 0:
        history.append([lamps.numpy().max(axis=1) <= 0 for lamps in layers(x)[:2]])
    begin = number * BATCH % 600
    step(x[:, begin : begin + BATCH], y[:, begin : begin + BATCH])
dead = np.array(history)  # looks, layers, networks, lamps
once, woken = dead[:-1].any(axis=0), dead[:-1].any(axis=0) & ~dead[-1]
for layer in (0, 1):
    print(f"layer {layer + 1}: once dead {once[layer].sum()}", end="")
    print(f", awake at the end {woken[layer].sum()}")
cases = {
    (False, False): "In neither layer",
    (True, False): "The first layer alone",
    (False, True): "The second layer alone",
    (True, True): "In both layers",
}
print("Some dead lamps woke up:")
print(cases[bool(woken[0].any()), bool(woken[1].any())])
