"""Follow networks on packs with no, 40 and 200 misprints, on training and new cards.

Each line is the mean of ten networks, each with its own start and its own cards.
Run it: nox -s run -- examples/overfitting/curves.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
PUPILS = 10
EPOCHS, EVERY = 100, 4
MISPRINTS = {"none": 0, "40 of 200": 40, "all 200": 200}

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
cards, new_cards = order[:, :200], order[:, 200:500]
wrong = (digits[cards] + rng.integers(1, 10, cards.shape)) % 10
backs = [np.where(np.arange(200) < n, wrong, digits[cards]) for n in MISPRINTS.values()]
backs = np.stack(backs)  # packs, networks, cards
x, new_x = (images[part].astype("float32") / 16 for part in (cards, new_cards))
new_backs = np.stack([digits[new_cards]] * len(MISPRINTS))
shapes = [(64, 64), (64,), (64, 10), (10,)]
weights = []
for shape in shapes:
    limit = (6 / sum(shape)) ** 0.5 if len(shape) == 2 else 0  # biases start at 0
    drawn = rng.uniform(-limit, limit, (1, PUPILS, *shape[:-1], shape[-1]))
    drawn = drawn if len(shape) == 2 else drawn[:, :, None]
    weights.append(tf.Variable(np.repeat(drawn, len(MISPRINTS), axis=0).astype("float32")))
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
optimizer.build(weights)


def cross_entropy(fronts, answers):
    """Return loss and share of right answers; shape packs, networks."""
    scores = tf.nn.relu(fronts @ weights[0] + weights[1]) @ weights[2] + weights[3]
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(answers, scores)
    right = tf.cast(tf.argmax(scores, axis=-1) == answers, "float32")
    return tf.reduce_mean(losses, axis=-1), tf.reduce_mean(right, axis=-1)


@tf.function  # compiles the step: the same arithmetic, faster
def step():
    """Train all networks for one epoch, which is one step."""
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(cross_entropy(x, backs)[0])  # networks stay apart
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


names = ["training loss", "training cards right", "new loss", "new cards right"]
history = []
for epoch in range(EPOCHS + 1):
    if epoch % EVERY == 0:
        results = [*cross_entropy(x, backs), *cross_entropy(new_x, new_backs)]
        history.append([np.mean(result, axis=1) for result in results])
    step()
runs = {}
for place, pack in enumerate(MISPRINTS):
    columns = np.array(history)[:, :, place].T
    runs[pack] = {"epoch": EVERY * np.arange(len(history)), **dict(zip(names, columns))}
    lowest = runs[pack]["epoch"][columns[2].argmin()]
    print(f"misprints {pack}: new loss {columns[2].min():.3f} at epoch {lowest}, ", end="")
    print(f"{columns[2][-1]:.3f} at epoch {EPOCHS}")
