"""Let one network learn true backs, and another one backs that were shuffled.

A card is a digit of scikit-learn's, 8 by 8 pixels, with a number on its back.
Run it: nox -s run -- examples/overfitting/two_packs.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

CARDS = 200
EPOCHS = 100

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(1)
order = rng.permutation(len(images))  # shuffle the pack, each front with its back
fronts, backs = images[order] / 16, digits[order]
new_fronts, new_backs = fronts[1000:], backs[1000:]  # nobody learns these
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def learn(fronts, backs, epochs=EPOCHS):
    """Train a pupil on these cards; return the shares that it gets right on the way."""
    tf.keras.utils.set_random_seed(1)
    layers = [tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(10)]
    pupil = tf.keras.Sequential([tf.keras.Input(shape=(64,)), *layers])
    optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = loss_fn(backs, pupil(fronts))
        gradients = tape.gradient(loss, pupil.trainable_variables)
        optimizer.apply_gradients(zip(gradients, pupil.trainable_variables))

    known, new = [], []
    for epoch in range(epochs + 1):
        if epoch % 10 == 0:
            known.append(np.mean(pupil(fronts).numpy().argmax(axis=1) == backs))
            new.append(np.mean(pupil(new_fronts).numpy().argmax(axis=1) == new_backs))
        step()
    return {"epoch": list(range(0, epochs + 1, 10)), "training cards": known, "new cards": new}


pack = fronts[:CARDS]
packs = {"true": backs[:CARDS], "shuffled": rng.permutation(backs[:CARDS])}
runs = {name: learn(pack, answers) for name, answers in packs.items()}
for name, run in runs.items():
    for place in (0, 2, 10):
        known, new = run["training cards"][place], run["new cards"][place]
        epoch = run["epoch"][place]
        print(f"{name} backs, epoch {epoch}: training cards {known:.1%}, new cards {new:.1%}")
