"""Cut a training in the middle, go on in two ways, and compare with one that was not cut.

Run it: nox -s run -- examples/callbacks-and-saving/resume.py
"""

import warnings

import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 64).reshape(-1, 1)
y = 2 * x + 0.5


def new_model():
    """Return a compiled model that has not been trained."""
    layers = [tf.keras.layers.Dense(4, activation="tanh"), tf.keras.layers.Dense(1)]
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), *layers])
    model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.05), loss="mse")
    return model


def learn(model, epochs):
    """Train, and return all weights in one row."""
    model.run_eagerly = True  # for so few steps this is faster
    model.fit(x, y, epochs=epochs, batch_size=64, verbose=0)
    return np.concatenate([weight.ravel() for weight in model.get_weights()])


tf.keras.utils.set_random_seed(1)
model = new_model()
learn(model, 5)
model.save("night.keras")
model.save_weights("night.weights.h5")
uncut = learn(model, 5)  # ten epochs in all

whole, weights_alone = tf.keras.models.load_model("night.keras"), new_model()
with warnings.catch_warnings(record=True) as warned:
    weights_alone.load_weights("night.weights.h5")
for way, loaded in {"load_model": whole, "load_weights": weights_alone}.items():
    steps = int(loaded.optimizer.iterations)
    off = np.abs(learn(loaded, 5) - uncut).max()
    print(f"{way}: the optimizer has counted {steps} steps; 5 epochs later off by {off:.4f}")
print(f"warnings: {len(warned)}")
