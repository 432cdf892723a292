"""Learn 300 letters, about 120 of them with a wrong stamp, in twenty offices at once.

Run it: nox -s run -- examples/regularisation/experiment_baseline.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
OFFICES = 20
WRONG = 0.4

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (OFFICES, 1)), axis=1)
letters, stamps = images[order].astype("float32") / 16, digits[order]
test, test_stamps = letters[:, 300:800], stamps[:, 300:800]
x, y = letters[:, :300], stamps[:, :300].copy()
wrong = rng.random(y.shape) < WRONG
y = (y + wrong * rng.integers(1, 10, y.shape)) % 10


def glorot(inputs, outputs):
    """Return random weights, a table for each office."""
    limit = (6 / (inputs + outputs)) ** 0.5
    return tf.Variable(tf.random.uniform((OFFICES, inputs, outputs), -limit, limit))


def learn(x, y, l2=0.0, l1=0.0, absent=0.0):
    """Train 64 clerks in each office for 60 epochs; return a function from letters to scores."""
    tf.keras.utils.set_random_seed(SEED)
    kernels = [glorot(64, 64), glorot(64, 10)]
    biases = [tf.Variable(tf.zeros((OFFICES, 1, size))) for size in (64, 10)]
    optimizer = tf.keras.optimizers.Adam(0.02)
    optimizer.build(kernels + biases)

    def scores(fronts, dropout=0.0):
        hidden = tf.nn.relu(fronts @ kernels[0] + biases[0])
        return tf.nn.dropout(hidden, dropout) @ kernels[1] + biases[1]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores(x, absent))
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # offices stay apart
            for kernel in kernels if l1 or l2 else []:
                loss += l2 * tf.reduce_sum(kernel**2) + l1 * tf.reduce_sum(tf.abs(kernel))
        optimizer.apply_gradients(zip(tape.gradient(loss, kernels + biases), kernels + biases))

    for _epoch in range(60):
        step()
    return scores


def right(scores, letters, stamps):
    """Return for each office the share of letters that go to the bag on the stamp."""
    return np.mean(scores(letters).numpy().argmax(axis=2) == stamps, axis=1)


def report(name, scores):
    """Print how many of the 500 test letters each office sorts right."""
    shares = right(scores, test, test_stamps)
    print(f"{name}: median {np.median(shares):.1%}, worst {shares.min():.1%}", end=", ")
    print(f"best {shares.max():.1%}; above 80% in {np.sum(shares > 0.8)} of {OFFICES}")
    return shares


scores = learn(x, y)
print(f"own letters as stamped: median {np.median(right(scores, x, y)):.1%}")
baseline = report("test letters", scores)
