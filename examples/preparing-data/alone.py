"""Ask one neuron about a thousand new cakes: all at once, and one by one as they arrive.

Run it: nox -s run -- examples/preparing-data/alone.py
"""

import numpy as np

SEED = 1
rng = np.random.default_rng(SEED)
liking = rng.normal(size=(1200, 3))
points = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
sold_out = liking.sum(axis=1) > 0
old, new = points[:200], points[200:]


def prepare(cakes):
    """Return the cakes, standardised."""
    return (cakes - cakes.mean(axis=0)) / (cakes.std(axis=0) + 1e-7)


x = prepare(old)
weights, bias = np.zeros(3), 0.0
for step in range(100):
    error = 0.5 + 0.5 * np.tanh((x @ weights + bias) / 2) - sold_out[:200]
    weights -= 0.5 * error @ x / 200
    bias -= 0.5 * error.mean()

at_once = prepare(new) @ weights + bias > 0
one_by_one = [(prepare(new[cake : cake + 1]) @ weights + bias > 0).item() for cake in range(1000)]
print("the first new cake:", *new[0].round(1))
print(f"all at once: {np.mean(at_once == sold_out[200:]):.1%} sorted right")
print(f"one by one:  {np.mean(one_by_one == sold_out[200:]):.1%} sorted right")
