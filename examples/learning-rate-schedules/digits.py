"""Learn digits from single images, with three rates, constant and shrinking, twenty times each.

All models are trained at once: one table of weights for each rate and division of the images.
Run it: nox -s run -- examples/learning-rate-schedules/digits.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 0
RATES, STEPS, DIVISIONS, ROWS = (0.01, 0.1, 0.5), 600, 20, 400

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (DIVISIONS, 1)), axis=1)
x, y = images[order].astype("float32") / 16, digits[order]
answers = np.eye(10, dtype="float32")[y]
shrink = (1 + np.cos(np.pi * np.arange(STEPS) / STEPS)) / 2
shares = np.stack([np.ones(STEPS), shrink])  # constant, shrinking
rates = (np.array(RATES)[:, None, None] * shares).astype("float32")  # rate, kind, step
weights = np.zeros((len(RATES), 2, DIVISIONS, 64, 10), "float32")
division = np.arange(DIVISIONS)
for step in range(STEPS):
    row = rng.integers(0, ROWS, DIVISIONS)  # one training image for each model
    image, answer = x[division, row][:, None], answers[division, row][:, None]
    chances = np.exp(image @ weights)
    chances /= chances.sum(axis=-1, keepdims=True)
    gradient = image.swapaxes(1, 2) @ (chances - answer)
    weights -= rates[..., step, None, None, None] * gradient
said = (x[:, ROWS:] @ weights).argmax(axis=-1)
right = np.mean(said == y[:, ROWS:], axis=-1)  # rate, kind, division
better = {}
for rate, (constant, shrinking) in zip(RATES, right):
    better[rate] = np.sum(shrinking > constant)
    print(f"rate {rate}: constant {np.median(constant):.1%}", end=" ")
    print(f"({constant.min():.1%} to {constant.max():.1%}),", end=" ")
    print(f"shrinking {np.median(shrinking):.1%}", end=" ")
    print(f"({shrinking.min():.1%} to {shrinking.max():.1%}), better in {better[rate]}")
options = {"In fewer than seven": 3, "In seven to thirteen": 10, "In more than thirteen": 17}
print("With a rate of 0.01, shrinking is better:")
print(min(options, key=lambda option: abs(options[option] - better[0.01])))
