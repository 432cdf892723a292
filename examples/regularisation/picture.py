"""Draw an office of eight clerks: without a brake, with a weight penalty, with dropout.

A line is a weight: the thicker, the louder the clerk. The weights are drawn at random.
Run it: nox -s run -- examples/regularisation/picture.py
"""

import matplotlib.pyplot as plt
import numpy as np

weights = np.random.default_rng(1).normal(size=(8, 10))
present = np.array([1, 0, 1, 1, 0, 0, 1, 0])
panels = {
    "no brake": (2 * weights, np.ones(8)),
    "weight penalty": (0.5 * weights, np.ones(8)),
    "dropout": (2 * weights, present),
}
figure, axes = plt.subplots(1, 3, figsize=(7, 2.6))
for axis, (name, (widths, here)) in zip(axes, panels.items()):
    for clerk in range(8):
        for bag in range(10):
            size = abs(widths[clerk, bag]) * here[clerk]
            axis.plot([0, 1], [clerk / 7, bag / 9], color="tab:blue", linewidth=size, zorder=1)
        axis.scatter(0, clerk / 7, s=70, color="black" if here[clerk] else "lightgray", zorder=2)
    axis.scatter(np.ones(10), np.arange(10) / 9, s=40, marker="s", color="tab:orange", zorder=2)
    axis.set_title(name)
    axis.axis("off")
figure.tight_layout()
