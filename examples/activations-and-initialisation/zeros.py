"""Start one layer of a small network with zeros, or both; twenty networks each.

The network: 64 pixels, 32 tanh lamps, 10 scores; 60 steps of Adam on 300 images.
Run it: nox -s run -- examples/activations-and-initialisation/zeros.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, STEPS = 20, 32, 60

images, digits = load_digits(return_X_y=True)
images = ((images - images.mean()) / images.std()).astype("float32")


def train(firsts, lasts, activation=tf.tanh):
    """Return the shares of new images read: a row for each size of weights, for each network."""
    rng = np.random.default_rng(SEED)
    order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
    x, y = images[order[:, :300]], digits[order[:, :300]]
    new_x, new_y = images[order[:, 300:700]], digits[order[:, 300:700]]
    u = np.reshape(firsts, (-1, 1, 1, 1)) * rng.normal(size=(STARTS, 64, LAMPS))
    v = np.reshape(lasts, (-1, 1, 1, 1)) * rng.normal(size=(STARTS, LAMPS, 10))
    weights = [tf.Variable(u.astype("float32")), tf.Variable(v.astype("float32"))]
    answers = np.tile(y, (len(u), 1, 1))
    optimizer = tf.keras.optimizers.Adam(0.01)
    optimizer.build(weights)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            scores = activation(x @ weights[0]) @ weights[1]
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(answers, scores)
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=2))  # networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    for _ in range(STEPS):
        step()
    said = (activation(new_x @ weights[0]) @ weights[1]).numpy().argmax(axis=3)
    return np.mean(said == new_y, axis=2)


spreads = {  # of the first layer, of the last layer
    "Neither": (0.14, 0.2),
    "The first layer alone": (0.0, 0.2),
    "The last layer alone": (0.14, 0.0),
    "Both layers": (0.0, 0.0),
}
right = dict(zip(spreads, train(*zip(*spreads.values()))))
for name, shares in right.items():
    print(f"{name}: {np.median(shares):.0%} ({shares.min():.0%} to {shares.max():.0%})")
relu = train([0.0], [0.2], tf.nn.relu)
print(f"ReLU, zeros in the first layer: {np.median(relu):.0%}")
print("Under a quarter of the images in all twenty networks:")
print(*[name for name, shares in right.items() if shares.max() < 0.25], sep=" and ")
