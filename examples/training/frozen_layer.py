"""Train a network of two layers, one of them frozen, and print which layer moved.

Run it: nox -s run -- examples/training/frozen_layer.py
"""

import numpy as np
import tensorflow as tf

SEED = 1

x = np.random.default_rng(SEED).normal(size=(64, 3)).astype("float32")
y = x.sum(axis=1, keepdims=True)


def moved_layers(freeze):
    """Train with some layers frozen; return what moved."""
    tf.keras.utils.set_random_seed(SEED)
    hidden = tf.keras.layers.Dense(4, activation="tanh", name="hidden")
    out = tf.keras.layers.Dense(1, name="out")
    for layer in (hidden, out):
        layer.trainable = layer.name not in freeze
    model = tf.keras.Sequential([tf.keras.Input(shape=(3,)), hidden, out])
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
    model.compile(optimizer=optimizer, loss="mse", run_eagerly=True)
    before = {layer.name: layer.kernel.numpy() for layer in (hidden, out)}
    model.fit(x, y, batch_size=64, verbose=0)
    moved = [
        layer.name
        for layer in (hidden, out)
        if not np.array_equal(layer.kernel.numpy(), before[layer.name])
    ]
    count = f"{len(model.trainable_variables)} of {len(model.weights)} variables trainable"
    print(f"frozen: {freeze or 'nothing'}; {count}; moved: {moved or 'nothing'}")
    return moved


answers = {
    "Both layers": ["hidden", "out"],
    "Only the hidden layer": ["hidden"],
    "Only the output layer": ["out"],
}
moved_layers([])
moved_layers(["out"])
moved = moved_layers(["hidden"])
print("Moved, with the hidden layer frozen:")
print(*[answer for answer, layers in answers.items() if layers == moved], sep="\n")
