"""Train a model of digits with five kinds of rate, and take four vital signs of each.

Run it: nox -s run -- examples/learning-rate-schedules/vital_signs.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 0
STEPS, DIVISIONS, ROWS = 600, 20, 400


def cosine(start, decay_steps):
    """Return rates that fall from `start` to 0 in `decay_steps`, and stay there."""
    return start * (1 + np.cos(np.pi * np.minimum(np.arange(STEPS) / decay_steps, 1))) / 2


TRAININGS = {
    "good": cosine(0.3, STEPS),
    "too large": np.full(STEPS, 0.5),
    "too small": np.full(STEPS, 0.01),
    "too early": cosine(0.3, 30),
    "too late": cosine(0.5, 20 * STEPS),
}
images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (DIVISIONS, 1)), axis=1)
x, y = images[order].astype("float32") / 16, digits[order]
answers = np.eye(10, dtype="float32")[y]
weights = np.zeros((len(TRAININGS), DIVISIONS, 64, 10), "float32")
division, said = np.arange(DIVISIONS), {}
plans = np.array(list(TRAININGS.values()), "float32").T
for step, rate in enumerate(plans, 1):
    row = rng.integers(0, ROWS, DIVISIONS)
    image, answer = x[division, row][:, None], answers[division, row][:, None]
    chances = np.exp(image @ weights)
    chances /= chances.sum(axis=-1, keepdims=True)
    weights -= rate[:, None, None, None] * (image.swapaxes(1, 2) @ (chances - answer))
    if step in (400, 590, STEPS):
        said[step] = (x[:, ROWS:] @ weights).argmax(axis=-1)
right = {step: np.mean(answer == y[:, ROWS:], axis=-1) for step, answer in said.items()}
changed = np.mean(said[STEPS] != said[590], axis=-1)
signs = {}
for number, (name, rates) in enumerate(TRAININGS.items()):
    gain = np.median(right[STEPS][number] - right[400][number])
    signs[name] = (np.median(right[STEPS][number]), np.median(changed[number]), gain)
    print(f"{name:9}: right {signs[name][0]:6.1%}, changed {signs[name][1]:6.1%},", end=" ")
    print(f"gained {gain:6.1%}, last rate {rates[-1] / rates[0]:4.0%} of the first")
