"""Mend huge_loss.py, one suspicion at a time, with twenty starts each, and read the first loss.

Run it: nox -s run -- examples/activations-and-initialisation/huge_loss_mends.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
STARTS = 20

images, digits = load_digits(return_X_y=True)
answers = np.tile(digits[:200], (STARTS, 1))


def first_losses(layers=3, standardise=False, bias=0.0, he=False):
    """Return the first losses of twenty networks."""
    rng = np.random.default_rng(SEED)
    lamps = images[:200] / 16
    if standardise:
        lamps = (images[:200] - images.mean()) / images.std()
    for layer in range(1, layers + 1):
        outputs = 10 if layer == layers else 64
        kernels = rng.normal(0, np.sqrt(2 / 64) if he else 1.0, (STARTS, 64, outputs))
        lamps = lamps @ kernels + bias * rng.normal(size=(STARTS, 1, outputs))
        if layer < layers:
            lamps = np.maximum(0, lamps)
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(answers, lamps)
    return np.mean(losses, axis=1)


mends = {
    "The pixels are not standardised": dict(standardise=True),
    "There are too many layers": dict(layers=2),
    "The layers have no biases": dict(bias=1.0),
    "The weights are too large": dict(he=True),
}
medians = {}
for fault, mend in {"as it was": {}, **mends}.items():
    losses = first_losses(**mend)
    medians[fault] = np.median(losses)
    print(f"{fault}: {medians[fault]:.1f} ({losses.min():.1f} to {losses.max():.1f})")
print("The first loss is below 5 in the median once this was mended:")
print(*[fault for fault in mends if medians[fault] < 5], sep=" and ")
