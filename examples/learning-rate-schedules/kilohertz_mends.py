"""Mend kilohertz.py, one suspicion at a time.

The callback is called after each epoch as `fit` calls it, and the step is written by hand.
Run it: nox -s run -- examples/learning-rate-schedules/kilohertz_mends.py
"""

import numpy as np
import tensorflow as tf


def missing(rate=0.05, epochs=40, **settings):
    """Return how many hertz are missing in the end; the pitch is in kilohertz."""
    sounds = np.random.default_rng(1).normal(0.440, 0.005, size=(320, 1))
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,))])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=rate))
    callback = tf.keras.callbacks.ReduceLROnPlateau("loss", **{"patience": 2, **settings})
    callback.set_model(model)
    callback.on_train_begin()
    pitch = 0.380
    for epoch in range(epochs):
        loss = np.mean((sounds - pitch) ** 2)
        pitch += float(model.optimizer.learning_rate) * 2 * np.mean(sounds - pitch)
        callback.on_epoch_end(epoch, {"loss": loss})
    return 1000 * (sounds.mean() - pitch)


mends = {
    "There are too few epochs": dict(epochs=60),
    "The patience is too short": dict(patience=4),
    "The start rate is too small": dict(rate=0.1),
    "The improvements are too small for `min_delta`": dict(min_delta=0),
}
left = {"as it was": missing()}
for suspicion, mend in mends.items():
    left[suspicion] = missing(**mend)
for suspicion, hertz in left.items():
    print(f"{suspicion}: {hertz:.1f} Hz missing")
print("Within 2 hertz after this mend:")
print(*[suspicion for suspicion in mends if abs(left[suspicion]) < 2])
