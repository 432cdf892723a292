"""Let 1000 weights follow noisy gradients, and see how close to the best value they settle.

The loss is weight^2 / 2, so the gradient is the weight; each gradient gets noise of
standard deviation 1. Run it: nox -s run -- examples/optimizers/noise.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
SHOWN = (50, 100, 300)

noise = np.random.default_rng(SEED).normal(size=(300, 1000)).astype("float32")
SGD, Adam = tf.keras.optimizers.SGD, tf.keras.optimizers.Adam
optimizers = {
    "SGD, rate 0.1": SGD(learning_rate=0.1),
    "SGD, rate 0.1, momentum 0.9": SGD(learning_rate=0.1, momentum=0.9),
    "SGD, rate 0.01, momentum 0.9": SGD(learning_rate=0.01, momentum=0.9),
    "Adam, rate 0.1": Adam(learning_rate=0.1),
}


@tf.function  # compiles the loop: the same arithmetic, faster
def follow(optimizer, weights):
    """Return the root of the mean squared distance from 0 after each step."""
    path = tf.TensorArray(tf.float32, len(noise))
    for step in tf.range(len(noise)):
        optimizer.apply_gradients([(weights + tf.gather(noise, step), weights)])
        path = path.write(step, tf.sqrt(tf.reduce_mean(weights**2)))
    return path.stack()


print(f"{'typical distance after step':29}", *[f"{step:6}" for step in SHOWN])
for name, optimizer in optimizers.items():
    weights = tf.Variable(np.full(1000, 5.0, dtype="float32"))
    optimizer.build([weights])
    path = follow(optimizer, weights).numpy()
    distances = [path[step - 1] for step in SHOWN]
    print(f"{name:29}", *[f"{distance:6.2f}" for distance in distances])
