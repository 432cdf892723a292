"""Map the loss of a neuron with two weights: for centred points, and for standardised ones.

Run it: nox -s run -- examples/preparing-data/landscapes.py
"""

import numpy as np

SEED = 1
STEPS = 20

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(200, 2))
points = liking * [1.5, 15.0]  # Ada and Ben, their means subtracted already
sold_out = liking.sum(axis=1) + rng.normal(size=200) > 0


def loss_at(x, ada, ben):
    """Return the mean cross-entropy of a neuron with these two weights."""
    scores = ada[..., None] * x[:, 0] + ben[..., None] * x[:, 1]
    return np.mean(np.log1p(np.exp(scores)) - sold_out * scores, axis=-1)


def valley_of(x, ada, ben, rates):
    """Return the map, and a path of gradient descent for each rate."""
    paths = {}
    for rate in rates:
        weights, walked = np.zeros(2), []
        for step in range(STEPS + 1):
            walked.append(weights)
            error = 0.5 + 0.5 * np.tanh(x @ weights / 2) - sold_out
            weights = weights - rate * error @ x / 200
        walked = np.array(walked)
        losses = loss_at(x, walked[:, 0], walked[:, 1])
        name = f"rate {rate}"
        paths[name] = {"Ada": walked[:, 0], "Ben": walked[:, 1], "loss": losses}
        print(f"    {name}: loss {losses[-1]:.3f} after {STEPS} steps")
    columns, rows = np.meshgrid(ada, ben)
    return {"Ada": ada, "Ben": ben, "loss": loss_at(x, columns, rows), "paths": paths}


print("means subtracted:")
narrow = valley_of(points, np.linspace(-0.5, 2.0, 41), np.linspace(-0.05, 0.2, 41), [0.02, 0.05])
print("standardised:")
ready = points / points.std(axis=0)
round_one = valley_of(ready, np.linspace(-0.5, 2.0, 41), np.linspace(-0.5, 2.0, 41), [0.5, 2.0])
