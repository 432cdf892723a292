"""Compare small batches with full ones, each at the best of its learning rates.

Scikit-learn's digits: 160 to train on, 300 to choose the rate by, 1000 to test. Twenty
networks at once, each with a start and a split of its own; after the epochs given, four times
as many gain them less than a point.
Run it: nox -s run -- examples/batches-and-epochs/generalise.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 20
TRAINING = 160
EPOCHS = {4: 40, 160: 600}
RATES = {4: [0.1, 0.3], 160: [0.3, 1.0]}

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (NETWORKS, 1)), axis=1)[:, :1460]
x, y = (images[order] / 16).astype("float32"), np.eye(10, dtype="float32")[digits[order]]
choose, test = slice(TRAINING, TRAINING + 300), slice(TRAINING + 300, None)


def kernel(inputs, outputs):
    """Draw a kernel for each network, from the range that Keras uses."""
    limit = np.sqrt(6 / (inputs + outputs))
    return rng.uniform(-limit, limit, (NETWORKS, inputs, outputs)).astype("float32")


START = kernel(64, 16), kernel(16, 10)


def train(batch, rate):
    """Train; return each network's accuracy on the images to choose by and to test."""
    first, second = START
    for _epoch in range(EPOCHS[batch]):
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
    right = (np.maximum(x @ first, 0) @ second).argmax(axis=2) == digits[order]
    return right[:, choose].mean(axis=1), right[:, test].mean(axis=1)


tested = {}
for batch, rates in RATES.items():
    tried = {rate: train(batch, rate) for rate in rates}
    rate = max(tried, key=lambda rate: tried[rate][0].mean())
    tested[batch] = tried[rate][1]
    print(f"batch {batch}: {np.median(tested[batch]):.1%} right at rate {rate}, ", end="")
    print(f"{tested[batch].min():.1%} to {tested[batch].max():.1%}")
small, full = tested[4], tested[160]
print(f"the small batches are better in {np.sum(small > full)} of {NETWORKS}, ", end="")
print(f"worse in {np.sum(small < full)}")
gap = 100 * (np.median(small) - np.median(full))
verdicts = {
    "Small batches, by more than two points": gap > 2,
    "Neither, by more than two points": abs(gap) <= 2,
    "Full batches, by more than two points": gap < -2,
}
print("Better on new images:")
print(*[verdict for verdict, holds in verdicts.items() if holds], sep="\n")
