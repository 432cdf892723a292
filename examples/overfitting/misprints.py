"""Ask twenty networks what stands on misprinted cards, while they learn them.

Each has its own start and its own 200 cards, 40 of them misprinted.
Run it: nox -s run -- examples/overfitting/misprints.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
PUPILS = 20
MISPRINTS = 40
WIDTH = 64
EARLY = 20

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
cards, new_cards = order[:, :200], order[:, 200:600]
x, new_x = (images[part].astype("float32") / 16 for part in (cards, new_cards))
true, new_true = digits[cards], digits[new_cards]
back = true.copy()
back[:, :MISPRINTS] += rng.integers(1, 10, (PUPILS, MISPRINTS))
back %= 10


def glorot(inputs, outputs):
    """Return random weights, a table for each network."""
    limit = (6 / (inputs + outputs)) ** 0.5
    drawn = rng.uniform(-limit, limit, (PUPILS, inputs, outputs))
    return tf.Variable(drawn.astype("float32"))


weights = [glorot(64, WIDTH), tf.Variable(tf.zeros((PUPILS, 1, WIDTH)))]
weights += [glorot(WIDTH, 10), tf.Variable(tf.zeros((PUPILS, 1, 10)))]
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
optimizer.build(weights)


def scores(fronts):
    """Return ten scores for each card of each network."""
    return tf.nn.relu(fronts @ weights[0] + weights[1]) @ weights[2] + weights[3]


@tf.function  # compiles the step: the same arithmetic, faster
def learn():
    """Train all networks for one epoch, which is one step."""
    with tf.GradientTape() as tape:
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(back, scores(x))
        loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # networks stay apart
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


verdict = {}
print("median of 20 networks:  say what is printed         say the true digit")
print("epoch                   training cards  misprinted  misprinted  new cards")
for epoch in range(101):
    if epoch in (0, 10, EARLY, 40, 60, 100):
        said, said_new = (scores(part).numpy().argmax(axis=2) for part in (x, new_x))
        shares = [said == back, (said == back)[:, :MISPRINTS]]
        shares += [(said == true)[:, :MISPRINTS], said_new == new_true]
        row = [np.median(share.mean(axis=1)) for share in shares]
        print(f"{epoch:5} {row[0]:31.1%} {row[1]:11.1%} {row[2]:11.1%} {row[3]:10.1%}")
        verdict[epoch] = {"The printed digit": row[1], "The true digit": row[2]}
        verdict[epoch]["Some other digit"] = 1 - row[1] - row[2]
    learn()
print(f"What most misprinted cards are taken for at epoch {EARLY}:")
print(max(verdict[EARLY], key=verdict[EARLY].get))
