"""Cut a training after 60 steps, and go on with the state of Adam or without it.

A straight line in ten measurements learns from all diabetes records at once.
Run it: nox -s run -- examples/callbacks-and-saving/cut_curves.py
"""

import numpy as np
from sklearn.datasets import load_diabetes

RATE = 0.1
CUT, STEPS = 60, 120

measured, progress = load_diabetes(return_X_y=True)
x = (measured - measured.mean(axis=0)) / measured.std(axis=0)
y = (progress - progress.mean()) / progress.std()


def learn(state_is_lost):
    """Return the loss before every step of Adam."""
    weights, losses = np.zeros(10), []
    m, v, t = np.zeros(10), np.zeros(10), 0
    for step in range(STEPS):
        if step == CUT and state_is_lost:
            m, v, t = np.zeros(10), np.zeros(10), 0
        errors = x @ weights - y
        losses.append(np.mean(errors**2))
        gradient = 2 * x.T @ errors / len(y)
        t += 1
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        weights = weights - RATE * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-7)
    return losses


runs = {}
for name, state_is_lost in {"kept": False, "lost": True}.items():
    losses = learn(state_is_lost)
    runs[name] = {"step": list(range(STEPS)), "loss": losses}
    print(f"state {name}: loss at the cut {losses[CUT]:.4f}", end=", ")
    print(f"highest after it {max(losses[CUT:]):.4f}, in the end {losses[-1]:.4f}")
