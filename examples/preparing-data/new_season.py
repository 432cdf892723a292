"""Prepare the cakes of a weak winter contest in four ways, for a neuron trained in summer.

In winter every judge likes every cake less, by one standard deviation. Twenty towns.
Run it: nox -s run -- examples/preparing-data/new_season.py
"""

import numpy as np

SEED = 1
TOWNS, STEPS, RATE = 20, 100, 0.5
SCALE, MIDDLE = [1.5, 15.0, 1500.0], [6.0, 60.0, 6000.0]  # Ada, Ben and Cleo

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(TOWNS, 300, 3))
liking[:, 200:] -= 1.0  # the last hundred cakes are those of the winter
points = liking * SCALE + MIDDLE
sold_out = liking.sum(axis=2) > 0
summer, winter = points[:, :200], points[:, 200:]


def standardise(values, rows):
    """Return the values, measured by the mean and standard deviation of the rows."""
    return (values - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)


x = standardise(summer, summer)
weights, bias = np.zeros((TOWNS, 3)), np.zeros((TOWNS, 1))
for step in range(STEPS):
    scores = np.einsum("tcj,tj->tc", x, weights) + bias
    error = 0.5 + 0.5 * np.tanh(scores / 2) - sold_out[:, :200]
    weights -= RATE * np.einsum("tc,tcj->tj", error, x) / 200
    bias -= RATE * error.mean(axis=1, keepdims=True)

print("the first cake of the first town:", *summer[0, 0].round(1))
print("its weights:", *weights[0].round(3))
ways = {
    "With the mean and standard deviation of the summer": standardise(winter, summer),
    "With the mean and standard deviation of the winter": standardise(winter, winter),
    "With the mean and standard deviation of both together": standardise(winter, points),
    "Not at all: the neuron has learned by now": winter,
}
right = {}
for way, cakes in ways.items():
    says = np.einsum("tcj,tj->tc", cakes, weights) + bias > 0
    right[way] = np.mean(says == sold_out[:, 200:])
    print(f"{way}: {right[way]:.1%} sorted right")
print("The best of the four:")
print(max(right, key=right.get))
