"""Try four optimizers on three small problems, each with its best of ten learning rates.

Twenty learners per problem learn at once; the first axis of the weights is the
learning rate. Run it: nox -s run -- examples/optimizers/where.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
LEARNERS, STEPS = 20, 150
WORDS, BATCH = 50, 16
RATES = np.array([0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0], dtype="float32")

rng = np.random.default_rng(SEED)
steepness, best_soup = np.float32([20, 0.2]), np.float32([1, 5])
worth = rng.normal(size=(LEARNERS, WORDS)).astype("float32")
noise = tf.constant(rng.normal(size=(STEPS, LEARNERS, BATCH)) / 2, tf.float32)


def soup():
    """Return start, loss to train on, and loss to judge by, for the soup."""

    def loss(recipes, step=0):
        return tf.reduce_sum(steepness / 2 * (recipes - best_soup) ** 2, axis=-1)

    return np.zeros((LEARNERS, 2), "float32"), loss, loss


def words(share):
    """Return the same for noisy ratings of texts of one word; `share` is how often each comes."""
    share = share / share.sum()
    texts = tf.constant(rng.choice(WORDS, size=(STEPS, LEARNERS, BATCH), p=share))

    def loss(weights, step):
        seen = tf.one_hot(tf.gather(texts, step), WORDS)
        ratings = tf.einsum("lbw,lw->lb", seen, worth) + tf.gather(noise, step)
        return tf.reduce_mean((tf.einsum("lbw,rlw->rlb", seen, weights) - ratings) ** 2, axis=-1)

    def error(weights):
        return tf.reduce_sum((weights - worth) ** 2 * np.float32(share), axis=-1)

    return np.zeros((LEARNERS, WORDS), "float32"), loss, error


def rate():
    """Return one rate for each row of learners."""
    return tf.constant(RATES)[:, None, None]


def make_optimizers():
    """Return the contestants, new."""
    return {
        "momentum": tf.keras.optimizers.SGD(rate, momentum=0.9),
        "RMSprop": tf.keras.optimizers.RMSprop(rate),
        "Adam": tf.keras.optimizers.Adam(rate),
        "Adagrad": tf.keras.optimizers.Adagrad(rate),
    }


@tf.function  # compiles the loop: the same arithmetic, faster
def train(contestants, loss_of):
    """Take all steps, with every optimizer, every rate and every learner."""
    for step in tf.range(STEPS):
        for optimizer, weights in contestants:
            with tf.GradientTape() as tape:
                loss = tf.reduce_sum(loss_of(weights, step))
            optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])


problems = {
    "soup, tasted exactly": soup(),
    "50 words, all equally rare": words(np.ones(WORDS)),
    "50 words, common to rare": words(1 / np.arange(1.0, WORDS + 1)),
}
print(f"{'mean loss at the best rate':27}", *[f"{name:>9}" for name in make_optimizers()])
for problem, (start, loss_of, score) in problems.items():
    optimizers = make_optimizers()
    contestants, results = [], {}
    for optimizer in optimizers.values():
        weights = tf.Variable(np.tile(start, (len(RATES), 1, 1)))
        optimizer.build([weights])
        contestants.append((optimizer, weights))
    train(contestants, loss_of)
    for name, (_, weights) in zip(optimizers, contestants):
        results[name] = np.nan_to_num(np.mean(score(weights), axis=1), nan=np.inf).min()
    row = [f"{value:9.2g}" for value in results.values()]
    best = [name for name, value in results.items() if value == min(results.values())]
    print(f"{problem:27}", *row, "  best:", " and ".join(best))
