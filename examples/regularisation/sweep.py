"""Train networks for every combination of penalty, dropout, wrong stamps and clerks.

All 36 settings are trained at once, three networks each: clerks that a setting does not have
are multiplied by 0. Run it: nox -s run -- examples/regularisation/sweep.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
COPIES = 3
EPOCHS, EVERY = 60, 3
PENALTIES, RATES, WRONG, CLERKS = (0.0, 0.01, 0.03), (0.0, 0.5), (0, 20, 40), (8, 64)

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
tf.keras.utils.set_random_seed(SEED)
order = rng.permutation(len(images))[:700]
letters, stamps = images[order].astype("float32") / 16, digits[order]
x, new = letters[:200], letters[200:]
drawn, chance = (stamps[:200] + rng.integers(1, 10, 200)) % 10, rng.uniform(0, 100, 200)

settings = [(p, r, w, c) for p in PENALTIES for r in RATES for w in WRONG for c in CLERKS]
each = np.repeat(settings, COPIES, axis=0)
penalty, absent, wrong, clerks = each.T[..., None].astype("float32")
y = np.where(chance < wrong, drawn, stamps[:200])  # a row for each network
works = (np.arange(max(CLERKS)) < clerks).astype("float32")[:, None]


def glorot(inputs, outputs, fans):
    """Return random weights, a table for each network; `fans` are inputs plus outputs."""
    table = rng.uniform(-1, 1, (len(each), inputs, outputs)) * np.sqrt(6 / fans)[..., None]
    return tf.Variable(table.astype("float32"))


kernels = [glorot(64, max(CLERKS), 64 + clerks), glorot(max(CLERKS), 10, clerks + 10)]
biases = [tf.Variable(tf.zeros((len(each), 1, size))) for size in (max(CLERKS), 10)]
optimizer = tf.keras.optimizers.Adam(0.02)
optimizer.build(kernels + biases)


def scores(fronts, stay=1.0):
    """Return ten scores for each letter of each network."""
    return (tf.nn.relu(fronts @ kernels[0] + biases[0]) * works * stay) @ kernels[1] + biases[1]


@tf.function  # compiles the step: the same arithmetic, faster
def step():
    """Train all networks for one epoch, which is one step."""
    comes = tf.random.uniform((len(each), 200, max(CLERKS))) >= absent[..., None]
    stay = tf.cast(comes, "float32") / (1 - absent[..., None])
    with tf.GradientTape() as tape:
        loss = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores(x, stay))
        loss = tf.reduce_sum(tf.reduce_mean(loss, axis=1))
        for kernel in kernels:
            loss += tf.reduce_sum(penalty[..., None] * kernel**2)
    optimizer.apply_gradients(zip(tape.gradient(loss, kernels + biases), kernels + biases))


history = []
for epoch in range(EPOCHS + 1):
    if epoch % EVERY == 0:
        own = np.mean(scores(x).numpy().argmax(axis=2) == y, axis=1)
        right = np.mean(scores(new).numpy().argmax(axis=2) == stamps[200:], axis=1)
        history.append([part.reshape(-1, COPIES).mean(axis=1) for part in (own, right)])
    step()
runs = {}
for place, setting in enumerate(settings):
    own, right = np.array(history)[:, :, place].T
    runs[setting] = {"epoch": EVERY * np.arange(len(own)), "own letters": own, "new letters": right}
names = "penalty {0}, dropout {1}, {2} percent wrong, {3} clerks"
for setting in [(0.0, 0.0, 40, 64), (0.01, 0.0, 40, 64), (0.03, 0.0, 40, 64), (0.0, 0.5, 40, 64)]:
    print(f"{names.format(*setting)}: new letters {runs[setting]['new letters'][-1]:.1%}")
for setting in [(0.0, 0.0, 0, 8), (0.0, 0.5, 0, 8), (0.01, 0.5, 0, 8)]:
    print(f"{names.format(*setting)}: new letters {runs[setting]['new letters'][-1]:.1%}")
print("settings:", len(runs))
