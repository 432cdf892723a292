"""Train forecasters of rain with two losses, and ask which number shows the worse one.

Twenty neurons for each loss, each with its own 500 made-up days to learn from and 500 new
ones. Run it: nox -s run -- examples/loss-functions/giveaway.py
"""

import numpy as np

RECORDS = 20
STEPS = 1500

rng = np.random.default_rng(0)
damp = rng.normal(size=(RECORDS, 1000))
rained = rng.random(damp.shape) < 1 / (1 + np.exp(1 - damp))
known, answers, new, truth = damp[:, :500], rained[:, :500], damp[:, 500:], rained[:, 500:]


def train(name):
    """Return the chances of rain on the new days."""
    weight, bias = np.zeros((RECORDS, 1)), np.zeros((RECORDS, 1))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(weight * known + bias)))
        slope = chance - answers  # of the cross-entropy, in the score
        if name == "absolute error":
            slope = np.sign(slope) * chance * (1 - chance)
        weight = weight - np.mean(slope * known, axis=1, keepdims=True)
        bias = bias - np.mean(slope, axis=1, keepdims=True)
    return 1 / (1 + np.exp(-(weight * new + bias)))


seen = {}
for name in ("cross-entropy", "absolute error"):
    chance = train(name)
    miss, share = np.abs(chance - truth), truth.mean(axis=1)
    seen[name] = {
        "The share of days forecast wrongly": np.mean(miss > 0.5, axis=1),
        "The mean absolute error": np.mean(miss, axis=1),
        "The median absolute error": np.median(miss, axis=1),
        "The mean chance, against the share of rainy days": np.abs(chance.mean(axis=1) - share),
    }
worse = {}
for number, honest in seen["cross-entropy"].items():
    other = seen["absolute error"][number]
    worse[number] = np.sum(other > honest)
    print(f"{number}: {honest.mean():.3f} with cross-entropy, {other.mean():.3f} ", end="")
    print(f"with the absolute error, which is worse in {worse[number]} of {RECORDS}")
print(max(worse, key=worse.get))
