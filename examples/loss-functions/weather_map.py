"""Map the cross-entropy over two scores, and record where three losses lead.

Of ten days six were sunny, three cloudy and one rainy; the score of rain stays 0.
Run it: nox -s run -- examples/loss-functions/weather_map.py
"""

import numpy as np
import tensorflow as tf

STEPS = 120

days = tf.one_hot([0] * 6 + [1] * 3 + [2], 3)
suns, clouds = np.linspace(-3, 5, 41), np.linspace(-3, 5, 41)


def chances_of(sun, cloud):
    """Return the chances that softmax makes of the scores sun, cloud and 0."""
    return tf.nn.softmax(tf.stack([sun, cloud, tf.zeros_like(sun)], axis=-1))


losses = {
    "cross-entropy": lambda chances: -tf.reduce_mean(days * tf.math.log(chances)),
    "squared error": lambda chances: tf.reduce_mean((days - chances) ** 2),
    "absolute error": lambda chances: tf.reduce_mean(tf.abs(days - chances)),
}


def walk(loss_of):
    """Return the scores of sun and clouds before each step, as two columns."""
    scores = tf.Variable([-2.0, 2.0])
    optimizer = tf.keras.optimizers.Adam(0.2)
    optimizer.build([scores])

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = loss_of(chances_of(scores[0], scores[1]))
        optimizer.apply_gradients([(tape.gradient(loss, scores), scores)])

    walked = [scores.numpy()]
    for _ in range(STEPS):
        step()
        walked.append(scores.numpy())
    return np.array(walked)


def height_of(sun, cloud):
    """Return the mean cross-entropy of the ten days."""
    return -(np.log(chances_of(sun, cloud)) * [0.6, 0.3, 0.1]).sum(axis=-1)


paths = {}
for name, loss_of in losses.items():
    sun, cloud = walk(loss_of).T
    paths[name] = {"sun": sun, "clouds": cloud, "cross-entropy": height_of(sun, cloud)}
    chances = chances_of(sun[-1], cloud[-1]).numpy()
    print(f"{name}: ends with the chances", *[f"{chance:.2f}" for chance in chances])
surface = height_of(*np.meshgrid(suns, clouds))
weather = {"sun": suns, "clouds": clouds, "cross-entropy": surface, "paths": paths}
