"""Give a chain of sigmoid towers the weights that make it do what a chain of tanh towers does.

Run it: nox -s run -- examples/activations-and-initialisation/sigmoid_as_tanh.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
LAMPS, TOWERS = 64, 30

images, _ = load_digits(return_X_y=True)
messages = (images[:50] - images.mean()) / images.std()
rng = np.random.default_rng(SEED)
weights = rng.normal(0, 0.125, (TOWERS, LAMPS, LAMPS))
wanted = rng.normal(size=(50, LAMPS))  # what the last tower should show


def back(activation, kernels, biases, shown):
    """Return what the last tower shows, and the largest gradient at tower 30 and at tower 1."""
    kernels = [tf.Variable(kernel) for kernel in kernels]
    with tf.GradientTape() as tape:
        lamps = tf.constant(messages)
        for kernel, bias in zip(kernels, biases):
            lamps = activation(lamps @ kernel + bias)
        loss = tf.reduce_mean((shown(lamps) - wanted) ** 2)
    gradients = tape.gradient(loss, [kernels[-1], kernels[0]])
    return shown(lamps).numpy(), [np.abs(gradient).max() for gradient in gradients]


tanh, tanh_back = back(tf.tanh, weights, np.zeros(TOWERS), lambda lamps: lamps)
kernels, biases = 4 * weights, -2 * weights.sum(axis=1)
kernels[0], biases[0] = 2 * weights[0], 0  # the first tower sees the message itself
same, same_back = back(tf.sigmoid, kernels, biases, lambda lamps: 2 * lamps - 1)
plain, plain_back = back(tf.sigmoid, weights, np.zeros(TOWERS), lambda lamps: 2 * lamps - 1)
print(f"tanh: tower 30 {tanh_back[0]:.0e}, tower 1 {tanh_back[1]:.0e}")
print(f"sigmoid, the same weights: tower 30 {plain_back[0]:.0e}, tower 1 {plain_back[1]:.0e}")
print(f"sigmoid, changed weights: tower 30 {same_back[0]:.0e}, tower 1 {same_back[1]:.0e}")
print("tanh and changed sigmoid show the same:", np.allclose(tanh, same))
