"""Mend follow_accuracy.py one suspicion at a time, twenty robots at once.

Run it: nox -s run -- examples/training/follow_accuracy_mends.py
"""

import numpy as np
import tensorflow as tf

SEED = 2
ROBOTS = 20
STEPS = 30


def pick_fruit(count):
    """Return mass, redness and a constant 1 for the bias; and 1 for apples, -1 for oranges."""
    rng = np.random.default_rng(SEED)  # the same fruit for every mend
    apple = rng.integers(0, 2, count)
    mass = np.where(apple, rng.normal(1.6, 0.25, count), rng.normal(1.9, 0.25, count))
    redness = np.where(apple, rng.normal(0.7, 0.12, count), rng.normal(0.4, 0.12, count))
    features = np.stack([mass, redness, np.ones(count)]).astype("float32")
    return features, np.where(apple, 1, -1).astype("float32")


def train(count=200, learning_rate=1.0, optimizer=tf.keras.optimizers.SGD, smooth=False):
    """Return the mean share of mistakes before and after, and how many robots moved."""
    fruit, answer = pick_fruit(count)
    start = np.random.default_rng(SEED).normal(size=(ROBOTS, 3)).astype("float32")
    weights = tf.Variable(start)
    optimizer = optimizer(learning_rate=learning_rate)
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            score = weights @ fruit
            if smooth:  # the cross-entropy, written for answers of 1 and -1
                losses = tf.math.softplus(-score * answer)
            else:
                losses = tf.abs(tf.sign(score) - answer) / 2
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # robots stay apart
        optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])
    mistakes = [np.mean(np.sign(w @ fruit) != answer) for w in (start, weights.numpy())]
    return *mistakes, int(np.sum((weights.numpy() != start).any(axis=1)))


mends = {
    "The learning rate is too small": dict(learning_rate=1000.0),
    "There is too little fruit": dict(count=2000),
    "SGD is too weak an optimizer": dict(optimizer=tf.keras.optimizers.Adam),
    "The loss is flat: a small change of a weight changes no answer": dict(smooth=True),
}
results = {"as it was": train(), **{fault: train(**mend) for fault, mend in mends.items()}}
for fault, (before, after, moved) in results.items():
    print(f"mistakes {before:.1%} -> {after:.1%}, {moved:2} of {ROBOTS} robots moved: {fault}")
print("The robots learned once this was mended:")
print(*[fault for fault in mends if results[fault][2] == ROBOTS], sep="\n")
