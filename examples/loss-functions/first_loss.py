"""Measure the first loss of 100 networks that read ten digits, before any training.

Run it: nox -s run -- examples/loss-functions/first_loss.py
"""

import numpy as np
from sklearn.datasets import load_digits

STARTS = 100

images, digits = load_digits(return_X_y=True)
images, digits = images[:300], digits[:300]
rng = np.random.default_rng(0)
starts = [
    [rng.uniform(-1, 1, (i, o)) * np.sqrt(6 / (i + o)) for i, o in ((64, 64), (64, 10))]
    for start in range(STARTS)
]  # GlorotUniform


def first_losses(pixels, scale=1.0):
    """Return the cross-entropy of each network; `scale` shrinks its last layer."""
    losses = []
    for hidden, last in starts:
        scores = np.maximum(pixels @ hidden, 0) @ (scale * last)
        scores -= scores.max(axis=1, keepdims=True)
        log_chances = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        losses.append(-log_chances[range(len(digits)), digits].mean())
    return np.array(losses)


cases = {
    "pixels 0 to 1": (images / 16, 1.0),
    "pixels 0 to 16": (images, 1.0),
    "pixels 0 to 255": (images * 255 / 16, 1.0),
    "pixels 0 to 1, last layer a hundredth": (images / 16, 0.01),
}
for name, (pixels, scale) in cases.items():
    losses = first_losses(pixels, scale)
    near = np.sum(np.abs(losses - np.log(10)) < 0.05)
    low, middle, high = losses.min(), np.median(losses), losses.max()
    print(f"{name}: median {middle:.2f}, {low:.2f} to {high:.2f}, ", end="")
    print(f"{near} of {STARTS} within 0.05 of ln 10")
