"""Mend a chain that is dim before the first step, one thing at a time; twenty networks each.

Ten hidden ReLU layers whose weights begin with a size of 0.05.
Run it: nox -s run -- examples/activations-and-initialisation/next_step.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, DEPTH, WIDTH, BATCH = 20, 10, 32, 60

images, digits = load_digits(return_X_y=True)
images = ((images - images.mean()) / images.std()).astype("float32")


def train(he=False, rate=0.003, steps=60, rows=600):
    """Return the share of new images that each network reads."""
    rng = np.random.default_rng(SEED)
    order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
    x, y = images[order[:, :rows]], digits[order[:, :rows]]
    new_x, new_y = images[order[:, 1300:1700]], digits[order[:, 1300:1700]]
    kernels, biases = [], []
    for inputs, outputs in [(64, WIDTH), *[(WIDTH, WIDTH)] * (DEPTH - 1), (WIDTH, 10)]:
        size = np.sqrt(2 / inputs) if he else 0.05
        drawn = rng.normal(0, size, (STARTS, inputs, outputs))
        kernels.append(tf.Variable(drawn.astype("float32")))
        biases.append(tf.Variable(tf.zeros((STARTS, 1, outputs))))
    optimizer = tf.keras.optimizers.Adam(rate)
    optimizer.build(kernels + biases)

    def scores(shown):
        for kernel, bias in zip(kernels[:-1], biases[:-1]):
            shown = tf.nn.relu(shown @ kernel + bias)
        return shown @ kernels[-1] + biases[-1]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores(x))
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, kernels + biases), kernels + biases))

    for number in range(steps):
        first = number * BATCH % rows
        step(x[:, first : first + BATCH], y[:, first : first + BATCH])
    return np.mean(scores(new_x).numpy().argmax(axis=2) == new_y, axis=1)


mends = {
    "The weights": {"he": True},
    "The learning rate": {"rate": 0.03},
    "The number of images": {"rows": 1200},
}
right = {}
for name, mend in {"Nothing": {}, **mends}.items():
    right[name] = shares = train(**mend)
    print(f"{name}: {np.median(shares):.0%} ({shares.min():.0%} to {shares.max():.0%})")
print("Reads more than half of the new images in the median:")
print(*[name for name in mends if np.median(right[name]) > 0.5], sep=" and ")
