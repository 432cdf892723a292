"""Mend kilohertz.py, one suspicion at a time.

Run it: nox -s run -- examples/learning-rate-schedules/kilohertz_mends.py
"""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)


def missing(rate=0.05, epochs=40, patience=2, **settings):
    """Return how many hertz are missing in the end; the pitch is in kilohertz."""
    sounds = np.random.default_rng(1).normal(0.440, 0.005, size=(320, 1))
    start = tf.keras.initializers.Constant(0.380)
    layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=start)
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=rate), loss="mse")
    callback = tf.keras.callbacks.ReduceLROnPlateau("loss", patience=patience, **settings)
    ones = np.ones((320, 1))
    model.fit(ones, sounds, batch_size=320, epochs=epochs, verbose=0, callbacks=[callback])
    return 1000 * (sounds.mean() - layer.kernel.numpy().item())


mends = {
    "There are too few epochs": dict(epochs=60),
    "The patience is too short": dict(patience=4),
    "The start rate is too small": dict(rate=0.1),
    "The improvements are too small for `min_delta`": dict(min_delta=0),
}
left = {}
for suspicion, mend in mends.items():
    left[suspicion] = missing(**mend)
    print(f"{suspicion}: {left[suspicion]:.1f} Hz missing")
print("Within 2 hertz after this mend:")
print(*[suspicion for suspicion, hertz in left.items() if abs(hertz) < 2])
