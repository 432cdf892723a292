"""Give four learners the same patients twice, as measured and standardised; compare the answers.

scikit-learn's breast cancer data, 400 patients to learn from and 169 new ones, twenty splits.
Run it: nox -s run -- examples/preparing-data/trees.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.tree import DecisionTreeClassifier

SEED = 1
SPLITS = 20


def tree(old, answers, new):
    """Ask a decision tree."""
    grown = DecisionTreeClassifier(max_depth=3, random_state=0).fit(old, answers)
    return grown.predict(new)


def nearest_patient(old, answers, new):
    """Give each new patient the answer of the nearest old one."""
    apart = (new**2).sum(axis=1)[:, None] + (old**2).sum(axis=1) - 2 * new @ old.T
    return answers[apart.argmin(axis=1)]


def nearest_middle(old, answers, new):
    """Give each new patient the answer whose average patient is nearest."""
    middles = np.stack([old[answers == answer].mean(axis=0) for answer in (0, 1)])
    return ((new[:, None] - middles) ** 2).sum(axis=2).argmin(axis=1)


def neuron(old, answers, new):
    """Train one neuron, and ask it."""
    weights, bias = np.zeros(30), 0.0
    for step in range(100):
        error = 0.5 + 0.5 * np.tanh((old @ weights + bias) / 2) - answers
        weights -= 0.1 * error @ old / len(old)
        bias -= 0.1 * error.mean()
    return (new @ weights + bias > 0).astype(int)


x, y = load_breast_cancer(return_X_y=True)
learners = {
    "A tree of yes-or-no questions about one column each": tree,
    "The answer of the nearest patient": nearest_patient,
    "The class whose average patient is nearest": nearest_middle,
    "A neuron after 100 steps": neuron,
}
rng = np.random.default_rng(SEED)
orders = [rng.permutation(len(y)) for split in range(SPLITS)]
changed = {}
for name, learner in learners.items():
    changed[name] = right = 0
    for order in orders:
        old, new = order[:400], order[400:]
        ready = (x - x[old].mean(axis=0)) / x[old].std(axis=0)
        raw_answers = learner(x[old], y[old], x[new])
        changed[name] += np.sum(raw_answers != learner(ready[old], y[old], ready[new]))
        right += np.sum(raw_answers == y[new])
    print(f"{name}: {changed[name]} of {SPLITS * 169} changed; as measured {right} were right")
print("The fewest:")
print(min(changed, key=changed.get))
