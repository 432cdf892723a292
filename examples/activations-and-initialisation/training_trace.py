"""Watch the last of ten towers while three chains are trained to read digits.

Run it: nox -s run -- examples/activations-and-initialisation/training_trace.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
LAMPS, TOWERS, STEPS, EVERY = 32, 10, 100, 10
CHAINS = {
    "ReLU, He": (tf.nn.relu, None),  # the spread follows from the number of inputs
    "ReLU, 0.05": (tf.nn.relu, 0.05),
    "sigmoid, 0.177": (tf.sigmoid, 0.177),
}

images, digits = load_digits(return_X_y=True)
images = ((images - images.mean()) / images.std()).astype("float32")
x, y, new_x, new_y = images[:600], digits[:600], images[1000:1400], digits[1000:1400]


def learn(activation, spread):
    """Train one chain; return its loss, its accuracy and what its last tower shows."""
    rng = np.random.default_rng(SEED)
    shapes = [(64, LAMPS)] + [(LAMPS, LAMPS)] * (TOWERS - 1) + [(LAMPS, 10)]
    weights = []
    for inputs, outputs in shapes:
        size = spread or np.sqrt(2 / inputs)
        kernel = rng.normal(0, size, (inputs, outputs)).astype("float32")
        weights += [tf.Variable(kernel), tf.Variable(tf.zeros(outputs))]
    optimizer = tf.keras.optimizers.Adam(0.003)
    optimizer.build(weights)

    def send(lamps):
        for kernel, bias in zip(weights[:-2:2], weights[1:-2:2]):
            lamps = activation(lamps @ kernel + bias)
        return lamps, lamps @ weights[-2] + weights[-1]

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, send(x)[1])
            loss = tf.reduce_mean(losses)
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return loss

    run = {"step": [], "loss": [], "difference at the last tower": [], "new images right": []}
    for number in range(STEPS):
        first = number * 60 % 600
        loss = step(x[first : first + 60], y[first : first + 60])
        if number % EVERY == 0:
            lamps, scores = send(new_x)
            run["step"].append(number)
            run["loss"].append(float(loss))
            difference = np.sqrt(np.mean(lamps.numpy().astype("float64").var(axis=0)))
            run["difference at the last tower"].append(difference)
            run["new images right"].append(np.mean(scores.numpy().argmax(axis=1) == new_y))
    return run


runs = {name: learn(*chain) for name, chain in CHAINS.items()}
for name, run in runs.items():
    seen = run["difference at the last tower"]
    print(f"{name}: difference at first {seen[0]:.0e}, at the end {seen[-1]:.0e}", end="")
    print(f"; new images right at the end {run['new images right'][-1]:.0%}")
