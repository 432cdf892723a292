"""Count how many images three batch sizes look at until networks read digits well.

Scikit-learn's digits, twenty networks at once, each with a start and a split of its own.
Each batch size is tried with four learning rates, and the best of them counts.
Run it: nox -s run -- examples/batches-and-epochs/looks.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20
TRAINING = 320
GOAL = 0.85  # the median share of new images read right
RATES = [0.1, 0.3, 1.0, 2.0]
MOST = 40  # epochs

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :720]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]
new_x, new_digit = x[:, TRAINING:], digits[order[:, TRAINING:]]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


START = kernel(64, 16), kernel(16, 10)


def epochs_to_goal(batch, rate):
    """Return after how many epochs the median network is at the goal."""
    first, second = START
    for epoch in range(MOST):
        for rows in np.array_split(rng.permutation(TRAINING), TRAINING // batch):
            some = x[:, rows]
            hidden = np.maximum(some @ first, 0)
            score = hidden @ second
            chance = np.exp(score - score.max(axis=2, keepdims=True))
            chance = chance / chance.sum(axis=2, keepdims=True)
            error = (chance - y[:, rows]) / batch
            back = (error @ second.swapaxes(1, 2)) * (hidden > 0)
            first = first - rate * some.swapaxes(1, 2) @ back
            second = second - rate * hidden.swapaxes(1, 2) @ error
        said = np.maximum(new_x @ first, 0) @ second
        if np.median(np.mean(said.argmax(axis=2) == new_digit, axis=1)) >= GOAL:
            return epoch + 1
    return MOST + 1


print(f"to {GOAL:.0%} right on new images")
looks = {}
for batch in (8, 32, 320):
    epochs = {rate: epochs_to_goal(batch, rate) for rate in RATES}
    rate = min(epochs, key=epochs.get)
    looks[f"Batches of {batch}"] = epochs[rate] * TRAINING
    print(f"Batches of {batch}: {epochs[rate] * TRAINING} looks, ", end="")
    print(f"{epochs[rate]} epochs, {epochs[rate] * TRAINING // batch} updates, at rate {rate}")
print("The fewest looks:")
print(min(looks, key=looks.get))
