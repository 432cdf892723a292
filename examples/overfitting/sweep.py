"""Train networks for every combination of cards, misprints and hidden units.

All 27 settings are trained at once: units and cards that a setting does not have are
multiplied by 0. Run it: nox -s run -- examples/overfitting/sweep.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
EPOCHS, EVERY = 80, 4
CARDS, MISPRINTED, UNITS = (50, 100, 200), (0, 20, 40), (4, 16, 64)  # misprints in percent

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permutation(len(images))
images = images[order[:600]].astype("float32") / 16
x, new_x = images[:200], images[200:]
y, new_y = digits[order[:200]], digits[order[200:600]]
wrong, chance = (y + rng.integers(1, 10, 200)) % 10, rng.uniform(0, 100, 200)

settings = [(n, share, units) for n in CARDS for share in MISPRINTED for units in UNITS]
cards, misprinted, units = np.transpose(settings)[..., None]
backs = np.where(chance < misprinted, wrong, y)  # a row for each setting
counts = (np.arange(200) < cards) / cards  # the weight of each card in the mean
has_unit = (np.arange(max(UNITS)) < units).astype("float32")[:, None]


def glorot(inputs, outputs, fans):
    """Return random weights, a table for each setting; `fans` are inputs plus outputs."""
    drawn = rng.uniform(-1, 1, (inputs, outputs)) * np.sqrt(6 / fans)[..., None]
    return tf.Variable(drawn.astype("float32"))


most = max(UNITS)
weights = [glorot(64, most, 64 + units), tf.Variable(tf.zeros((len(settings), 1, most)))]
weights += [glorot(most, 10, units + 10), tf.Variable(tf.zeros((len(settings), 1, 10)))]
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
optimizer.build(weights)


def losses(fronts, answers):
    """Return scores and losses, a row for each setting."""
    hidden = tf.nn.relu(fronts @ weights[0] + weights[1]) * has_unit
    scores = hidden @ weights[2] + weights[3]
    answers = tf.broadcast_to(answers, tf.shape(scores)[:-1])
    return scores, tf.nn.sparse_softmax_cross_entropy_with_logits(answers, scores)


@tf.function  # compiles the step: the same arithmetic, faster
def step():
    """Train all networks for one epoch, which is one step."""
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(losses(x, backs)[1] * counts.astype("float32"))
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


history = []
for epoch in range(EPOCHS + 1):
    if epoch % EVERY == 0:
        training = np.sum(losses(x, backs)[1] * counts, axis=1)
        scores, new = losses(new_x, new_y)
        right = np.mean(scores.numpy().argmax(axis=2) == new_y, axis=1)
        history.append([training, new.numpy().mean(axis=1), right])
    step()
names = ["training loss", "new loss", "new cards right"]
runs = {}
for place, setting in enumerate(settings):
    columns = np.array(history)[:, :, place].T
    runs[setting] = {"epoch": EVERY * np.arange(len(history)), **dict(zip(names, columns))}
final = {setting: run["new cards right"][-1] for setting, run in runs.items()}
turned = sum(run["new loss"][-1] > 1.1 * min(run["new loss"]) for run in runs.values())
print(f"{len(runs)} settings; in {turned} the new loss ends a tenth above its lowest value")
for units in UNITS:
    print(f"200 cards, no misprints, {units:2} units: {final[200, 0, units]:.1%} of the new cards")
