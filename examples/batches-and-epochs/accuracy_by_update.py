"""Follow a network with three batch sizes, after each update.

Scikit-learn's digits, one start and one split, seed 1.
Run it: nox -s run -- examples/batches-and-epochs/accuracy_by_update.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
TRAINING = 320
UPDATES = 120
LAST = 20
LEARNING_RATE = 0.1

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permutation(len(images))
x, y = images[order] / 16, np.eye(10)[digits[order]]
new_x, new_digit = x[TRAINING:], digits[order[TRAINING:]]
START = rng.uniform(-0.27, 0.27, (64, 16)), rng.uniform(-0.48, 0.48, (16, 10))

runs = {}
for batch in (2, 16, 320):
    first, second = START
    run = {"update": [], "images looked at": [], "loss of the batch": [], "right on new images": []}
    for update in range(UPDATES + 1):
        rows = rng.choice(TRAINING, batch, replace=False)
        hidden = np.maximum(x[rows] @ first, 0)
        chance = np.exp(hidden @ second)
        chance = chance / chance.sum(axis=1, keepdims=True)
        said = (np.maximum(new_x @ first, 0) @ second).argmax(axis=1)
        run["update"].append(update)
        run["images looked at"].append(update * batch)
        run["loss of the batch"].append(-np.mean(np.log(np.sum(chance * y[rows], axis=1))))
        run["right on new images"].append(np.mean(said == new_digit))
        error = (chance - y[rows]) / batch
        back = (error @ second.T) * (hidden > 0)
        first = first - LEARNING_RATE * x[rows].T @ back
        second = second - LEARNING_RATE * hidden.T @ error
    runs[f"batches of {batch}"] = run
    losses, right = run["loss of the batch"], run["right on new images"]
    jumps = np.abs(np.diff(losses)).mean()
    print(f"batches of {batch}, {UPDATES * batch} looks: the loss jumps by {jumps:.2f} on average")
    print(f"batches of {batch}, right, after each of the last {LAST} updates: ", end="")
    print(f"{min(right[-LAST:]):.1%} to {max(right[-LAST:]):.1%}")
