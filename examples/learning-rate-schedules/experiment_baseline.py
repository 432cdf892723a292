"""Learn digits, one image a step, a fifth of the answers redrawn, with seven constant rates.

All models are trained at once: one table of weights for each rate and division of the images.
Run it: nox -s run -- examples/learning-rate-schedules/experiment_baseline.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 0
STEPS, DIVISIONS, ROWS = 1000, 20, 400
CONSTANT = (0.01, 0.02, 0.035, 0.05, 0.07, 0.1, 0.2)

images, digits = load_digits(return_X_y=True)
order = np.random.default_rng(SEED).permuted(np.tile(np.arange(1797), (DIVISIONS, 1)), axis=1)
x, y = images[order].astype("float32") / 16, digits[order]
rng = np.random.default_rng(SEED)
redrawn = rng.random((DIVISIONS, ROWS)) < 0.2
answers = np.where(redrawn, rng.integers(0, 10, redrawn.shape), y[:, :ROWS])
answers = np.eye(10, dtype="float32")[answers]
division = np.arange(DIVISIONS)
rows = rng.integers(0, ROWS, (STEPS, DIVISIONS))  # which image each step looks at


def learn(plans):
    """Train with rates of shape (plans, steps); yield the weights after each step."""
    weights = np.zeros((len(plans), DIVISIONS, 64, 10), "float32")
    for rate, row in zip(np.array(plans, "float32").T, rows):
        image, answer = x[division, row][:, None], answers[division, row][:, None]
        chances = np.exp(image @ weights)
        chances /= chances.sum(axis=-1, keepdims=True)
        weights -= rate[:, None, None, None] * (image.swapaxes(1, 2) @ (chances - answer))
        yield weights


def report(name, weights):
    """Print and return the share of new digits that are read, for each division."""
    right = np.mean((x[:, ROWS:] @ weights).argmax(axis=-1) == y[:, ROWS:], axis=-1)
    print(f"{name}: median {np.median(right):.1%}, from {right.min():.1%} to {right.max():.1%}")
    return right


for weights in learn([np.full(STEPS, rate) for rate in CONSTANT]):
    pass
constant = {rate: report(f"constant {rate}", w) for rate, w in zip(CONSTANT, weights)}
baseline = max(constant.values(), key=np.median)
print(f"the best of these constant rates: {np.median(baseline):.1%}")
