"""Learn what 50 words are worth from texts of one word, with four optimizers.

Common words come 50 times as often as rare ones, and each step reads 16 texts, so
most of each gradient is zero. Every optimizer gets its best of seven learning rates,
over 20 learners; the first axis of the weights is the rate.
Run it: nox -s run -- examples/optimizers/rare_words.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
LEARNERS = 20
STEPS = 200
WORDS, BATCH = 50, 16
RATES = np.array([0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0], dtype="float32")
SAME_RATE = 0.1

rng = np.random.default_rng(SEED)
worth = rng.normal(size=(LEARNERS, WORDS)).astype("float32")
share = 1 / np.arange(1, WORDS + 1)
share /= share.sum()
words = rng.choice(WORDS, size=(STEPS, LEARNERS, BATCH), p=share)
noise = rng.normal(size=words.shape).astype("float32") / 2


@tf.function  # compiles the loop: the same arithmetic, faster
def train(optimizer, weights):
    """Take all steps; return the share of the gradients that is zero."""
    zeros = 0.0
    for step in tf.range(STEPS):
        seen = tf.one_hot(tf.gather(words, step), WORDS)
        ratings = tf.einsum("lbw,lw->lb", seen, worth) + tf.gather(noise, step)
        with tf.GradientTape() as tape:
            error = tf.einsum("lbw,rlw->rlb", seen, weights) - ratings
            loss = tf.reduce_sum(tf.reduce_mean(error**2, axis=-1))
        gradient = tape.gradient(loss, weights)
        zeros += tf.math.zero_fraction(gradient) / STEPS
        optimizer.apply_gradients([(gradient, weights)])
    return zeros


def rate():
    """Return one rate for each row of learners."""
    return tf.constant(RATES)[:, None, None]


optimizers = {
    "SGD": tf.keras.optimizers.SGD(rate),
    "RMSprop": tf.keras.optimizers.RMSprop(rate),
    "Adam": tf.keras.optimizers.Adam(rate),
    "Adagrad": tf.keras.optimizers.Adagrad(rate),
}

best = {}
print("mean squared error on a new text, 20 learners")
for name, optimizer in optimizers.items():
    weights = tf.Variable(np.zeros((len(RATES), LEARNERS, WORDS), "float32"))
    optimizer.build([weights])
    zeros = float(train(optimizer, weights))
    errors = np.sum((weights.numpy() - worth) ** 2 * share, axis=-1)
    means = np.nan_to_num(errors.mean(axis=1), nan=np.inf)
    best[name] = errors[means.argmin()]
    same = means[np.flatnonzero(np.isclose(RATES, SAME_RATE))[0]]
    print(
        f"  {name:8} {means.min():.4f} at its best rate, {RATES[means.argmin()]:g};"
        f"  {same:.4f} at rate {SAME_RATE}"
    )
print(f"share of the gradient that is zero: {zeros:.0%}")
wins = np.argmin(list(best.values()), axis=0)
print("learners for whom it was the best of the four:")
print("  ", {name: int(np.sum(wins == row)) for row, name in enumerate(best)})
print("The smallest mean error:")
print(min(best, key=lambda name: best[name].mean()))
