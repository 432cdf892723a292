"""Compare the losses that `fit` prints for the first epoch, for forty networks.

Scikit-learn's digits, no dropout; each network has a start and a split of its own.
Run it: nox -s run -- examples/batches-and-epochs/epoch_one.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 40
TRAINING = 1024
BATCH = 32
EPOCHS = 30
LEARNING_RATE = 0.1

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


def measure(some, answers):
    """Return the hidden layer, a chance for each digit, and the loss of each network."""
    hidden = np.maximum(some @ first, 0)
    chance = np.exp(hidden @ second)
    chance = chance / chance.sum(axis=2, keepdims=True)
    return hidden, chance, -np.mean(np.log(np.sum(chance * answers, axis=2)), axis=1)


first, second = kernel(64, 16), kernel(16, 10)
known, new = slice(TRAINING), slice(TRAINING, None)
for epoch in range(EPOCHS):
    reported = []
    for rows in rng.permutation(TRAINING).reshape(-1, BATCH):
        some, answers = x[:, rows], y[:, rows]
        hidden, chance, loss = measure(some, answers)
        reported.append(loss)  # before the update, as `fit` does it
        error = (chance - answers) / BATCH
        back = (error @ second.swapaxes(1, 2)) * (hidden > 0)
        first = first - LEARNING_RATE * some.swapaxes(1, 2) @ back
        second = second - LEARNING_RATE * hidden.swapaxes(1, 2) @ error
    if epoch in (0, EPOCHS - 1):
        loss = np.mean(reported, axis=0)
        after, validation = measure(x[:, known], y[:, known])[2], measure(x[:, new], y[:, new])[2]
        print(f"epoch {epoch + 1}, reported loss: {loss.mean():.3f}")
        print(f"epoch {epoch + 1}, validation loss: {validation.mean():.3f}, ", end="")
        print(f"below the reported one in {np.sum(validation < loss)} of {NETWORKS}")
        print(f"epoch {epoch + 1}, training loss measured afterwards: {after.mean():.3f}, ", end="")
        print(f"below the validation loss in {np.sum(after < validation)}")
        if epoch == 0:
            below = np.mean(validation < loss)
answers = {"In none": 0, "In about half": 0.5, "In nearly all or all": 1}
print("Validation loss below the reported loss, first epoch:")
print(min(answers, key=lambda answer: abs(answers[answer] - below)))
