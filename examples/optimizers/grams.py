"""Let 20 robots sort fruit by mass in grams, with five optimizers at many learning rates.

Then once more with mass and redness brought to one scale. The first axis of the
weights is the learning rate, the second the robot. Run it: python grams.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
ROBOTS = 20
STEPS = 200
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


inputs = {
    "mass in grams": (with_bias(grams, redness), start * [0.01, 1, 1]),
    "both scaled": (with_bias(scaled(grams), scaled(redness)), start),
}


def rate():
    """Return one rate for each row of robots."""
    return tf.constant(RATES)[:, None, None]


def measure(weights, fruit):
    """Return the cross-entropy of each robot, and its share of right answers."""
    logits = tf.einsum("rlf,fn->rln", weights, fruit)
    labels = tf.broadcast_to(apple, tf.shape(logits))
    losses = tf.nn.sigmoid_cross_entropy_with_logits(labels, logits)
    right = tf.cast((logits > 0) == (labels > 0.5), tf.float64)
    return tf.reduce_mean(losses, axis=-1), tf.reduce_mean(right, axis=-1)


@tf.function  # compiles the loop: the same arithmetic, faster
def train(contestants, fruit):
    """Take all steps, with every optimizer, every rate and every robot."""
    for step in tf.range(STEPS):
        for optimizer, weights in contestants:
            with tf.GradientTape() as tape:
                loss = tf.reduce_sum(measure(weights, fruit)[0])
            optimizer.apply_gradients([(tape.gradient(loss, weights), weights)])


print("at its best learning rate, mean of 20 robots after 200 steps")
for name, (fruit, first_weights) in inputs.items():
    optimizers = {
        "SGD": tf.keras.optimizers.SGD(rate),
        "SGD with momentum": tf.keras.optimizers.SGD(rate, momentum=0.9),
        "RMSprop": tf.keras.optimizers.RMSprop(rate),
        "RMSprop with momentum": tf.keras.optimizers.RMSprop(rate, momentum=0.9),
        "Adam": tf.keras.optimizers.Adam(rate),
    }
    print(name)
    contestants = []
    for optimizer in optimizers.values():
        weights = tf.Variable(np.tile(first_weights, (len(RATES), 1, 1)))
        optimizer.build([weights])
        contestants.append((optimizer, weights))
    train(contestants, fruit)
    for label, (_, weights) in zip(optimizers, contestants):
        losses, right = measure(weights, fruit)
        mean_losses = np.nan_to_num(np.mean(losses, axis=1), nan=np.inf)
        best = mean_losses.argmin()
        print(
            f"  {label:22} loss {mean_losses[best]:.3f}  right {np.mean(right[best]):.1%}"
            f"  learning rate {RATES[best]:g}"
        )
