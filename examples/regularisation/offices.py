"""Train twenty post offices at once, each on its own letters, with whatever brake is asked for.

The cells below call `learn` and `tell`.
Run it: nox -s run -- examples/regularisation/offices.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
OFFICES = 20

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (OFFICES, 1)), axis=1)
letters, stamps = images[order].astype("float32") / 16, digits[order]
new, new_stamps = letters[:, 1000:1500], stamps[:, 1000:1500]
errors = rng.integers(1, 10, stamps.shape)  # what a wrong stamp adds to the digit


def glorot(inputs, outputs):
    """Return random weights, a table for each office."""
    limit = (6 / (inputs + outputs)) ** 0.5
    return tf.Variable(tf.random.uniform((OFFICES, inputs, outputs), -limit, limit))


def learn(
    wrong=40, clerks=64, count=200, absent=0.0, l2=0.0, l1=0.0, decay=None, epochs=60, after=None
):
    """Train all offices; return the shares of own and of new letters right, and the weights."""
    tf.keras.utils.set_random_seed(SEED)
    x, y = letters[:, :count], stamps[:, :count].copy()
    y[:, :wrong] = (y[:, :wrong] + errors[:, :wrong]) % 10
    bags = tf.one_hot(y, 10)  # compiles sooner than the numbers of the bags
    kernels = [glorot(64, clerks), glorot(clerks, 10)]
    biases = [tf.Variable(tf.zeros((OFFICES, 1, size))) for size in (clerks, 10)]
    optimizer = tf.keras.optimizers.Adam(0.02, weight_decay=decay)
    optimizer.build(kernels + biases)

    def scores(fronts, dropout=0.0):
        hidden = tf.nn.relu(fronts @ kernels[0] + biases[0])
        return tf.nn.dropout(hidden, dropout) @ kernels[1] + biases[1]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            losses = tf.nn.softmax_cross_entropy_with_logits(bags, scores(x, absent))
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # offices stay apart
            for kernel in kernels if l1 or l2 else []:
                loss += l2 * tf.reduce_sum(kernel**2) + l1 * tf.reduce_sum(tf.abs(kernel))
        optimizer.apply_gradients(zip(tape.gradient(loss, kernels + biases), kernels + biases))

    for epoch in range(1, epochs + 1):
        step()
        if after:
            after(epoch, scores)
    own = np.mean(scores(x).numpy().argmax(axis=2) == y, axis=1)
    right = np.mean(scores(new).numpy().argmax(axis=2) == new_stamps, axis=1)
    return {"own": own, "new": right, "kernels": kernels, "scores": scores, "x": x, "y": y}


def tell(name, result, base=None):
    """Print how many letters the offices sort right, and hold that against another result."""
    share = result["new"]
    print(f"{name}: own letters {np.median(result['own']):.1%}, new letters", end=" ")
    print(f"{np.median(share):.1%} (from {share.min():.1%} to {share.max():.1%})", end="")
    if base:
        better, worse = np.sum(share > base["new"]), np.sum(share < base["new"])
        print(f", better in {better}, worse in {worse} of {OFFICES}", end="")
    print()
    return np.median(share)


print("first letters of the first office:", *stamps[0, :8])
print("what their wrong stamps would say:", *((stamps + errors) % 10)[0, :8])
