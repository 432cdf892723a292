"""Let 20 robots sort fruit by mass in grams, with seven optimizers, for 200 and for 2000 steps.

Then with mass and redness brought to one scale, for 200 steps. Each optimizer gets its best of
six learning rates. The first axis of the weights is the learning rate, the second the robot.
Run it: nox -s run -- examples/optimizers/grams.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
ROBOTS = 20
RATES = np.array([1e-5, 1e-4, 1e-3, 0.01, 0.1, 1.0])

rng = np.random.default_rng(SEED)
apple = rng.integers(0, 2, 200).astype(float)
grams = np.where(apple, rng.normal(160, 25, 200), rng.normal(190, 25, 200))
redness = np.where(apple, rng.normal(0.7, 0.12, 200), rng.normal(0.4, 0.12, 200))
start = rng.normal(size=(ROBOTS, 3))


def with_bias(*features):
    """Return features and a row of ones, which the bias is multiplied by."""
    return np.stack([*features, np.ones(200)])


def scaled(feature):
    """Return a feature with mean 0 and standard deviation 1."""
    return (feature - feature.mean()) / feature.std()


def rate():
    """Return one rate for each row of robots."""
    return tf.constant(RATES)[:, None, None]


def make_optimizers():
    """Return the contestants, new."""
    K = tf.keras.optimizers
    return {
        "SGD": K.SGD(rate),
        "momentum 0.9": K.SGD(rate, momentum=0.9),
        "momentum 0.99": K.SGD(rate, momentum=0.99),
        "RMSprop": K.RMSprop(rate),
        "Adagrad": K.Adagrad(rate),
        "Adam, beta_1 = 0": K.Adam(rate, beta_1=0.0),
        "Adam": K.Adam(rate),
    }


def measure(weights, fruit):
    """Return the cross-entropy of each robot, and its share of right answers."""
    logits = tf.einsum("rlf,fn->rln", weights, fruit)
    labels = tf.broadcast_to(apple, tf.shape(logits))
    losses = tf.nn.sigmoid_cross_entropy_with_logits(labels, logits)
    right = tf.cast((logits > 0) == (labels > 0.5), tf.float64)
    return tf.reduce_mean(losses, axis=-1), tf.reduce_mean(right, axis=-1)


@tf.function  # compiles the loop: the same arithmetic, faster
def train(contestants, fruit, steps):
    """Take so many steps, with every optimizer, every rate and every robot."""
    for step in tf.range(steps):
        for optimizer, weights in contestants:
            with tf.GradientTape() as tape:
                loss = tf.reduce_sum(measure(weights, fruit)[0])
            optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])


def compete(fruit, first_weights, *stops):
    """Print how well each optimizer does at its best rate, after each number of steps."""
    optimizers = make_optimizers()
    contestants = []
    for optimizer in optimizers.values():
        weights = tf.Variable(np.tile(first_weights, (len(RATES), 1, 1)))
        optimizer.build([weights])
        contestants.append((optimizer, weights))
    rows = {name: f"  {name:18}" for name in optimizers}
    for before, stop in zip((0, *stops), stops):
        train(contestants, fruit, tf.constant(stop - before))
        for name, (_, weights) in zip(optimizers, contestants):
            losses, right = measure(weights, fruit)
            means = np.nan_to_num(np.mean(losses, axis=1), nan=np.inf)
            best = means.argmin()
            rows[name] += f"{means[best]:8.3f}{np.mean(right[best]):8.1%}{RATES[best]:8g}"
    print(*rows.values(), sep="\n")


print(f"{'mean of 20 robots':20}    loss   right    rate    loss   right    rate")
print(f"{'mass in grams, after':20}{200:>18} steps{2000:>18} steps")
compete(with_bias(grams, redness), start * [0.01, 1, 1], 200, 2000)
print(f"{'both scaled, after':20}{200:>18} steps")
compete(with_bias(scaled(grams), scaled(redness)), start, 200)
