"""Train twenty networks in eight sessions; between two sessions only a file remains.

Run it: nox -s run -- examples/callbacks-and-saving/experiment_baseline.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

SEED = 1
NIGHTS = 20  # each with its own split and start, trained at once
SESSIONS, EPOCHS = 8, 5
RATE = 0.03

measured, progress = load_diabetes(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(progress)), (NIGHTS, 1)), axis=1)
parts = {"training": slice(0, 200), "validation": slice(200, 250), "test": slice(250, 442)}


def scaled(values):
    """Scale by what the training patients of each night are like."""
    known = values[:, parts["training"]]
    return (values - known.mean(axis=1, keepdims=True)) / known.std(axis=1, keepdims=True)


x, y = scaled(measured[order]), scaled(progress[order][..., None])
start = [rng.normal(0, 0.4, (NIGHTS, 10, 32)), np.zeros((NIGHTS, 1, 32))]
start += [rng.normal(0, 0.2, (NIGHTS, 32, 1)), np.zeros((NIGHTS, 1, 1))]


def loss(weights, part):
    """Return the loss of each night for this part of its patients."""
    hidden = np.maximum(x[:, parts[part]] @ weights[0] + weights[1], 0)
    errors = hidden @ weights[2] + weights[3] - y[:, parts[part]]
    return np.mean(errors**2, axis=(1, 2))


def gradients(weights, rows):
    """Return the gradient of the loss on these training patients."""
    some_x, some_y = x[:, rows], y[:, rows]
    hidden = np.maximum(some_x @ weights[0] + weights[1], 0)
    error = 2 * (hidden @ weights[2] + weights[3] - some_y) / len(rows)
    back = error @ weights[2].swapaxes(1, 2) * (hidden > 0)
    pairs = [(some_x, back), (hidden, error)]
    return [g for a, b in pairs for g in (a.swapaxes(1, 2) @ b, b.sum(axis=1, keepdims=True))]


def session(file):
    """Train for some epochs, starting from a file; return the next file."""
    weights = file["weights"]
    kept = weights  # what the guard holds: one set of weights for each night
    lowest = np.full(NIGHTS, np.inf)
    m = v = [np.zeros_like(weight) for weight in weights]
    t = 0
    for epoch in range(file["epoch"], file["epoch"] + EPOCHS):
        shuffled = np.random.default_rng([SEED, epoch]).permutation(200)
        for rows in shuffled.reshape(4, -1):
            g = gradients(weights, rows)
            t += 1
            m = [0.9 * a + 0.1 * b for a, b in zip(m, g)]
            v = [0.999 * a + 0.001 * b**2 for a, b in zip(v, g)]
            rate = RATE * np.sqrt(1 - 0.999**t) / (1 - 0.9**t)
            weights = [w - rate * a / (np.sqrt(b) + 1e-7) for w, a, b in zip(weights, m, v)]
        seen = loss(weights, "validation")
        better = (seen < lowest)[:, None, None]
        kept = [np.where(better, new, old) for new, old in zip(weights, kept)]
        lowest = np.minimum(lowest, seen)
    return {"epoch": file["epoch"] + EPOCHS, "weights": weights, "kept": kept}


def report(name, file):
    """Print the test loss of what the guards hold in the end."""
    result = loss(file["kept"], "test")
    print(f"{name}: test loss {np.median(result):.3f}, from {result.min():.3f}", end=" ")
    print(f"to {result.max():.3f}; below 0.65 in {np.sum(result < 0.65)} of {NIGHTS}")
    return result


file = {"epoch": 0, "weights": start}
for _session in range(SESSIONS):
    file = session(file)
baseline = report("in eight sessions", file)
