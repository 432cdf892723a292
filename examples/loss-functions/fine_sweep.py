"""Work out what each answer costs, for four losses and five amounts of rain on the last day.

Run it: nox -s run -- examples/loss-functions/fine_sweep.py
"""

import numpy as np

answers = np.linspace(0, 100, 101)


def huber(misses):
    """Return the Huber loss, which turns from squares to distances at a miss of 5."""
    distance = np.abs(misses)
    return np.where(distance < 5, distance**2 / 2, 5 * (distance - 2.5))


losses = {
    "squared error": np.square,
    "absolute error": np.abs,
    "Huber loss": huber,
    "pinball loss": lambda misses: np.maximum(0.9 * misses, -0.1 * misses),
}
runs = {}
for name, loss_of in losses.items():
    for last in (5, 10, 30, 60, 90):
        rain = np.array([1.0, 2.0, 3.0, 4.0, last])
        fine = loss_of(rain - answers[:, None]).mean(axis=1)
        runs[name, last] = {"answer": answers, "fine": fine / fine.max()}
        print(f"{name}, last day {last}: cheapest answer {answers[fine.argmin()]:.0f}")
