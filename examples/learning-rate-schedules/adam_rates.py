"""Train networks with Adam at two rates: constant, shrinking, and with a warm-up.

All are trained at once, one array of weights for each; the step of Adam is written by hand.
Run it: nox -s run -- examples/learning-rate-schedules/adam_rates.py
"""

import numpy as np
from sklearn.datasets import load_digits

SEED = 0
STEPS, WARM, UNITS, STARTS, ROWS, BATCH = 200, 20, 16, 20, 600, 16

rng = np.random.default_rng(SEED)
images, digits = load_digits(return_X_y=True)
order = rng.permuted(np.tile(np.arange(len(images)), (STARTS, 1)), axis=1)
x, y = images[order].astype("float32") / 16, digits[order]
answers = np.eye(10, dtype="float32")[y]
step = np.arange(STEPS)
fall = (1 + np.cos(np.pi * step / STEPS)) / 2
rise = np.minimum(1, (step + 1) / WARM)
kinds = {"constant": fall**0, "cosine": fall, "warm-up": rise, "warm-up, cosine": rise * fall}
settings = [(rate, kind) for rate in (0.003, 0.1) for kind in kinds]
rates = np.array([rate * kinds[kind] for rate, kind in settings], "float32")


def draw(inputs, outputs):
    """Return weights as Keras draws them, the same twenty starts for each setting."""
    limit = np.sqrt(6 / (inputs + outputs))
    drawn = rng.uniform(-limit, limit, (STARTS, inputs, outputs)).astype("float32")
    return np.repeat(drawn[None], len(settings), axis=0)


first, second = draw(64, UNITS), draw(UNITS, 10)
weights = [first, first[:, :, :1] * 0, second, second[:, :, :1] * 0]  # biases start at 0
memory = [[0 * w, 0 * w] for w in weights]
start = np.arange(STARTS)[:, None]
for t in range(STEPS):
    rows = rng.integers(0, ROWS, (STARTS, BATCH))
    batch = x[start, rows]
    hidden = np.maximum(batch @ weights[0] + weights[1], 0)
    scores = hidden @ weights[2] + weights[3]
    chances = np.exp(scores - scores.max(axis=-1, keepdims=True))
    wrong = (chances / chances.sum(axis=-1, keepdims=True) - answers[start, rows]) / BATCH
    back = wrong @ weights[2].swapaxes(2, 3) * (hidden > 0)
    gradients = [batch.swapaxes(1, 2) @ back, back.sum(axis=2, keepdims=True)]
    gradients += [hidden.swapaxes(2, 3) @ wrong, wrong.sum(axis=2, keepdims=True)]
    rate = rates[:, t] * np.sqrt(1 - 0.999 ** (t + 1)) / (1 - 0.9 ** (t + 1))
    for weight, (mean, square), gradient in zip(weights, memory, gradients):
        mean += 0.1 * (gradient - mean)
        square += 0.001 * (gradient**2 - square)
        weight -= rate[:, None, None, None].astype("float32") * mean / (np.sqrt(square) + 1e-7)
hidden = np.maximum(x @ weights[0] + weights[1], 0)
said = (hidden @ weights[2] + weights[3]).argmax(axis=-1)
right = np.mean(said[..., ROWS:] == y[:, ROWS:], axis=-1)
dead = np.mean(np.all(hidden == 0, axis=2), axis=(1, 2))  # units that answer 0 to every image
better, constant = {}, {}
for (rate, kind), shares, silent in zip(settings, right, dead):
    constant = shares if kind == "constant" else constant
    better[rate, kind] = np.sum(shares > constant)
    print(f"Adam {rate} {kind}: right {np.median(shares):.1%}", end=" ")
    print(f"({shares.min():.1%} to {shares.max():.1%}),", end=" ")
    print(f"better in {better[rate, kind]}, silent units {silent:.0%}")
options = {"In fewer than seven": 3, "In seven to thirteen": 10, "In more than thirteen": 17}
print("Adam at 0.003, cosine decay is better than a constant rate:")
print(min(options, key=lambda option: abs(options[option] - better[0.003, "cosine"])))
