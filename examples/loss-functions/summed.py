"""Compare the first step for a loss that is summed with that for a mean, over fifty days.

Run it: nox -s run -- examples/loss-functions/summed.py
"""

import numpy as np
import tensorflow as tf

DAYS = 50

rng = np.random.default_rng(1)
x, rain = rng.normal(size=(DAYS, 1)), rng.normal(size=(DAYS, 1))
longer = []
for make in (tf.keras.optimizers.SGD, tf.keras.optimizers.Adam):
    lengths = []
    for reduce in (tf.reduce_mean, tf.reduce_sum):
        weight = tf.Variable(0.0, dtype=tf.float64)
        with tf.GradientTape() as tape:
            loss = reduce((rain - x * weight) ** 2)
        make(learning_rate=0.01).apply_gradients([(tape.gradient(loss, weight), weight)])
        lengths.append(abs(float(weight)))
    times = lengths[1] / lengths[0]
    print(
        f"{make.__name__}: mean {lengths[0]:.5f}, sum {lengths[1]:.5f}, {times:.1f} times as long"
    )
    longer.append(times > DAYS / 2)
options = {
    (True, True): "Both optimizers' steps are 50 times as long",
    (True, False): "SGD's step is 50 times as long, Adam's is not",
    (False, True): "Adam's step is 50 times as long, SGD's is not",
    (False, False): "Neither step is longer",
}
print(options[tuple(longer)])
