"""Watch how much each judge has to say in the decisions of a neuron, while it is trained.

A judge's say is the weight times the standard deviation of the points that it multiplies.
Median of 100 contests. Run it: nox -s run -- examples/preparing-data/say.py
"""

import numpy as np

SEED = 1
CONTESTS, STEPS, RATE = 100, 40, 0.1

rng = np.random.default_rng(SEED)
liking = rng.normal(size=(CONTESTS, 200, 3))
given = liking * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
sold = liking.sum(axis=2, keepdims=True) > 0
centred = given - given.mean(axis=1, keepdims=True)
prepared = centred / given.std(axis=1, keepdims=True)

runs = {}
for way, x in {"mean subtracted": centred, "standardised": prepared}.items():
    weights = np.zeros((CONTESTS, 3, 1))
    runs[way] = {"Ada": [], "Ben": [], "Cleo": []}
    for step in range(STEPS):
        error = 0.5 + 0.5 * np.tanh(x @ weights / 2) - sold
        weights -= RATE * np.swapaxes(x, 1, 2) @ error / 200
        say = np.abs(weights[:, :, 0]) * x.std(axis=1)
        shares = np.median(say / say.sum(axis=1, keepdims=True), axis=0)
        for judge, share in zip(runs[way], shares):
            runs[way][judge].append(share)
    last = ", ".join(f"{judge} {path[-1]:.1%}" for judge, path in runs[way].items())
    print(f"{way}: {last}")
