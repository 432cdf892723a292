"""Look for NaN: 20 networks per case, all trained at once.

The network is that of a quiz, ten ReLU units and one output; the data are
x = 1, 2, 3, 4 and y = 2 x. In the last two cases one neuron sorts four fruits by mass.
Run it: nox -s run -- examples/optimizers/nan_cases.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
NETWORKS = 20
STEPS = 200

x = tf.constant([[1.0], [2.0], [3.0], [4.0]])
y = 2 * x
rng = np.random.default_rng(SEED)


def draw(*shape, limit):
    """Return random weights, one set for each network."""
    return rng.uniform(-limit, limit, (NETWORKS, *shape)).astype("float32")


hidden, output = draw(1, 10, limit=np.sqrt(6 / 11)), draw(10, 1, limit=np.sqrt(6 / 11))
no_bias = [np.zeros((NETWORKS, 1, 10), "float32"), np.zeros((NETWORKS, 1, 1), "float32")]
network = [hidden, no_bias[0], output, no_bias[1]]
line = [draw(1, 1, limit=np.sqrt(3)), no_bias[1]]
neuron = [line[0] / 1000, no_bias[1]]  # small, because grams are large


def network_loss(kernel, bias, kernel_2, bias_2):
    """Return the mean squared error of each network."""
    return tf.reduce_mean((tf.nn.relu(x @ kernel + bias) @ kernel_2 + bias_2 - y) ** 2, axis=[1, 2])


def line_loss(kernel, bias):
    """Return the mean squared error of each straight line."""
    return tf.reduce_mean((x @ kernel + bias - y) ** 2, axis=[1, 2])


grams = tf.constant([[143.0], [160.0], [185.0], [208.0]])  # two apples, two oranges
label = tf.constant([[1.0], [1.0], [0.0], [0.0]])


def home_made(kernel, bias):
    """Return the binary cross-entropy as the textbook writes it."""
    p = tf.sigmoid(grams @ kernel + bias)
    return -tf.reduce_mean(label * tf.math.log(p) + (1 - label) * tf.math.log(1 - p), axis=[1, 2])


def from_keras(kernel, bias):
    """Return the same, computed with care."""
    p = tf.sigmoid(grams @ kernel + bias)
    labels = tf.broadcast_to(label, tf.shape(p))
    return tf.reduce_mean(tf.keras.losses.binary_crossentropy(labels, p), axis=1)


SGD, Adam = tf.keras.optimizers.SGD, tf.keras.optimizers.Adam
cases = {
    "network, Adam, rate 1": (network, network_loss, Adam(1.0)),
    "line, SGD, rate 1": (line, line_loss, SGD(1.0)),
    "home-made cross-entropy, Adam, rate 1": (neuron, home_made, Adam(1.0)),
    "Keras cross-entropy, Adam, rate 1": (neuron, from_keras, Adam(1.0)),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def train(optimizer, weights, loss_of):
    """Return the losses; shape steps, networks."""
    losses = tf.TensorArray(tf.float32, STEPS + 1)
    for step in tf.range(STEPS + 1):
        with tf.GradientTape() as tape:
            loss = loss_of(*weights)
        losses = losses.write(step, loss)
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    return losses.stack()


for name, (start, loss_of, optimizer) in cases.items():
    weights = [tf.Variable(value) for value in start]
    optimizer.build(weights)
    losses = train(optimizer, weights, loss_of).numpy()
    bad = np.isnan(losses)
    when = f", first at step {np.flatnonzero(bad.any(axis=1))[0]}" if bad.any() else ""
    print(f"{name}: NaN in {bad.any(axis=0).sum()} of {NETWORKS}{when}")
    if loss_of is network_loss:
        mean_answer = np.sum(abs(losses[-1] - 5) < 0.01)
        print(f"   ends at 5.00, the loss of answering the mean: {mean_answer} of {NETWORKS}")
