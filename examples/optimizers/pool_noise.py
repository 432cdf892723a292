"""Follow a noisy gradient with 1000 weights, with and without momentum 0.9.

Run it: nox -s run -- examples/optimizers/pool_noise.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
answers = {
    "About a third": 1 / 3,
    "About the same": 1.0,
    "About three times as large": 3.0,
    "About ten times as large": 10.0,
}

noise = np.random.default_rng(SEED).normal(size=(200, 1000)).astype("float32")


def settled(rate, momentum):
    """Return the typical distance from the best value, 0, after 200 steps from there."""
    weights = tf.Variable(np.zeros(1000, "float32"))
    optimizer = tf.keras.optimizers.SGD(learning_rate=rate, momentum=momentum)
    optimizer.build([weights])

    @tf.function  # compiles the loop: the same arithmetic, faster
    def follow():
        for step in tf.range(len(noise)):
            optimizer.apply_gradients([(weights + tf.gather(noise, step), weights)])

    follow()
    return float(np.sqrt(np.mean(weights.numpy() ** 2)))


plain, rolling = settled(0.1, 0.0), settled(0.1, 0.9)
print(f"rate 0.1, no momentum:   {plain:.3f}")
print(f"rate 0.1, momentum 0.9:  {rolling:.3f}")
print(f"rate 0.01, no momentum:  {settled(0.01, 0.0):.3f}")
print(f"rate 0.01, momentum 0.9: {settled(0.01, 0.9):.3f}")
print(min(answers, key=lambda answer: abs(np.log(answers[answer] * plain / rolling))))
