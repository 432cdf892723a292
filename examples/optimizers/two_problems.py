"""Give two optimizers their best learning rates on two problems, and print who wins where.

Problem one: 20 robots sort 200 fruits by mass in grams and by redness.
Problem two: 20 learners find what 50 equally rare words are worth, from noisy
ratings of texts of one word. Nine rates each, all at once: the first axis of
every variable is the rate. Run it: nox -s run -- examples/optimizers/two_problems.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
LEARNERS = 20
RATES = np.array([1e-5, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0])
WORDS, BATCH = 50, 16

rng = np.random.default_rng(SEED)
apple = rng.integers(0, 2, 200).astype(float)
grams = np.where(apple, rng.normal(160, 25, 200), rng.normal(190, 25, 200))
redness = np.where(apple, rng.normal(0.7, 0.12, 200), rng.normal(0.4, 0.12, 200))
fruit = np.stack([grams, redness, np.ones(200)])  # the last row is for the bias
robots = rng.normal(size=(LEARNERS, 3)) * [0.01, 1, 1]

worth = rng.normal(size=(LEARNERS, WORDS))
words = tf.constant(rng.integers(0, WORDS, (100, LEARNERS, BATCH)))
noise = tf.constant(rng.normal(size=words.shape) / 2)


def sorting(weights, step):
    """Return each robot's binary cross-entropy; it is also the score."""
    logits = tf.einsum("rlf,fn->rln", weights, fruit)
    labels = tf.broadcast_to(apple, tf.shape(logits))
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels, logits), axis=-1)


def rating(weights, step):
    """Return each learner's mean squared error on the texts of this step."""
    seen = tf.one_hot(words[step], WORDS, dtype=tf.float64)
    ratings = tf.einsum("lbw,lw->lb", seen, worth) + noise[step]
    return tf.reduce_mean((tf.einsum("lbw,rlw->rlb", seen, weights) - ratings) ** 2, axis=-1)


def distance(weights, step):
    """Return how far each learner's weights are from what the words are worth."""
    return tf.reduce_mean((weights - worth) ** 2, axis=-1)


def best_score(optimizer, start, losses, scores, steps):
    """Train with every rate; return the best mean score over the learners, and its rate."""
    weights = tf.Variable(np.tile(start, (len(RATES), 1, 1)))
    optimizer.build([weights])

    @tf.function  # compiles the loop: the same arithmetic, faster
    def train():
        for step in tf.range(steps):
            with tf.GradientTape() as tape:
                loss = tf.reduce_sum(losses(weights, step))
            optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])

    train()
    means = tf.reduce_mean(scores(weights, 0), axis=1).numpy()
    means[~np.isfinite(means)] = np.inf
    return means.min(), RATES[means.argmin()]


def rate():
    """Return one rate for each row."""
    return tf.constant(RATES)[:, None, None]


problems = {
    "fruit in grams": (robots, sorting, sorting, 150),
    "rare words": (np.zeros((LEARNERS, WORDS)), rating, distance, 100),
}
results = {}
for problem, setting in problems.items():
    results[problem] = {
        "momentum": best_score(tf.keras.optimizers.SGD(rate, momentum=0.9), *setting),
        "Adam": best_score(tf.keras.optimizers.Adam(rate), *setting),
    }
    for name, (score, best) in results[problem].items():
        print(f"{problem}: {name} gets to {score:.4f}, with learning rate {best:g}")
print("The winners:")
print(
    ", ".join(f"{min(scores, key=scores.get)} on {problem}" for problem, scores in results.items())
)
