"""Test four statements about SGD and Adam on the breast cancer data, and print the true one.

Five rates for both, twenty starts and splits of the patients per rate.
Run it: nox -s run -- examples/optimizers/one_rate.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer

SEED = 2
STARTS = 20
STEPS = 40
RATES = np.array([0.001, 0.01, 0.1, 1.0, 10.0], dtype="float32")

features, labels = load_breast_cancer(return_X_y=True)
rng = np.random.default_rng(SEED)
orders = np.stack([rng.permutation(len(labels))[:200] for _ in range(STARTS)])
x, y = features[orders].astype("float32"), labels[orders].astype("float32")
x = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
start = rng.uniform(-0.4, 0.4, (STARTS, 30)).astype("float32")


def losses(weights):
    """Return the binary cross-entropy; shape rates, starts."""
    logits = tf.einsum("spf,rsf->rsp", x, weights)
    answers = tf.broadcast_to(y, tf.shape(logits))
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(answers, logits), axis=-1)


def train(optimizer, rates):
    """Return the mean training loss at each of so many rates."""
    weights = tf.Variable(np.tile(start, (rates, 1, 1)))
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(losses(weights))
        optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])
    return losses(weights).numpy().mean(axis=1)


def compare(rates):
    """Return the mean training losses of SGD and of Adam at each rate."""

    def rate():
        """Return one rate for each row."""
        return tf.constant(rates)[:, None, None]

    K = tf.keras.optimizers
    return train(K.SGD(rate), len(rates)), train(K.Adam(rate), len(rates))


sgd, adam = compare(RATES)
untrained = losses(np.tile(start, (len(RATES), 1, 1))).numpy().mean()
wins = int(np.sum(adam < sgd))
statements = {
    "Adam is better at every learning rate": wins == len(RATES),
    "At their best rates Adam's loss is less than half of SGD's": sgd.min() > 2 * adam.min(),
    "Which one is better changes with the rate": 0 < wins < len(RATES),
    "SGD does not learn on these data at any rate": sgd.min() > 0.9 * untrained,
}
print(f"mean training loss, {untrained:.3f} before training")
for row, value in enumerate(RATES):
    print(f"  rate {value:<6g} SGD {sgd[row]:.3f}  Adam {adam[row]:.3f}")
print(f"Adam is better at {wins} of {len(RATES)} rates")
ratio = sgd / adam
print(f"SGD's loss over Adam's: {ratio[1]:.2f} at rate {RATES[1]:g}, ", end="")
print(f"{sgd.min() / adam.min():.2f} best against best")
finer_sgd, finer_adam = compare(np.concatenate([RATES, 3 * RATES]))
print(f"with ten rates, best against best: SGD {finer_sgd.min():.3f}, Adam {finer_adam.min():.3f}")
print("True:")
print(*[statement for statement, holds in statements.items() if holds], sep="\n")
