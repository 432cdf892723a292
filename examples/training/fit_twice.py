"""Call `fit` twice, and print what the second call did.

Run it: nox -s run -- examples/training/fit_twice.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
EPOCHS = 5

x = np.linspace(-1, 1, 32, dtype="float32")[:, None]
data = tf.data.Dataset.from_tensors((x, 3 * x + 1))


def train(*calls, compile_again=False):
    """Call `fit` once for each number of epochs; return the losses of each call, and the model."""
    tf.keras.utils.set_random_seed(SEED)
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    losses = []
    for epochs in calls:
        if not losses or compile_again:
            optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
            model.compile(optimizer=optimizer, loss="mse", run_eagerly=True)
        losses.append(model.fit(data, epochs=epochs, shuffle=False, verbose=0).history["loss"])
    return losses, model


(first, second), model = train(EPOCHS, EPOCHS)
again, _ = train(EPOCHS, EPOCHS, compile_again=True)
(at_once,), _ = train(2 * EPOCHS)
print("first call: ", *[f"{loss:.3f}" for loss in first])
print("second call:", *[f"{loss:.3f}" for loss in second])
print("second call after a new compile:", *[f"{loss:.3f}" for loss in again[1]])
print("one call of ten epochs:", *[f"{loss:.3f}" for loss in at_once])

readings = {
    "It goes on from where the first call stopped": np.allclose(first + second, at_once),
    "It starts anew, from where the first call started": np.allclose(first, second),
    "It does nothing, because it was not compiled again": np.allclose(second, second[0]),
}
print("What the second call does:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
