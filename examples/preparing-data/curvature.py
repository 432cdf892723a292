"""Measure how steep the loss of a neuron gets along its steepest and its flattest direction.

Run it: nox -s run -- examples/preparing-data/curvature.py
"""

import numpy as np

SEED = 1

rng = np.random.default_rng(SEED)
points = rng.normal(size=(200, 3)) * [1.5, 15.0, 1500.0] + [6.0, 60.0, 6000.0]
centred = points - points.mean(axis=0)
ways = {
    "as they come": points,
    "mean subtracted": centred,
    "standardised": centred / points.std(axis=0),
}
for way, x in ways.items():
    inputs = np.column_stack([x, np.ones(200)])  # the bias multiplies a 1
    curves = np.linalg.eigvalsh(inputs.T @ inputs / 200) / 4  # at weights of 0
    steepest, flattest = curves.max(), curves.min()
    print(f"{way}: steepest {steepest:.3g}, flattest {flattest:.3g}")
    print(f"    ratio {steepest / flattest:.2g}, rate below {2 / steepest:.2g}")
