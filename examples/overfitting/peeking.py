"""Choose the best of many guessing pupils by a validation exam, then test it.

Nobody has learned anything: each answer is a digit drawn at random.
Run it: nox -s run -- examples/overfitting/peeking.py
"""

import numpy as np

SEED = 1
REPEATS = 500
VALIDATION, TEST = 50, 500
CHOICES = {"About 10%": 0.10, "About 15%": 0.15, "About 20%": 0.20, "About 50%": 0.50}

rng = np.random.default_rng(SEED)
for pupils in (1, 10, 100, 1000):
    right = rng.binomial(VALIDATION, 0.1, (REPEATS, pupils)) / VALIDATION
    best = right.max(axis=1)
    exam = rng.binomial(TEST, 0.1, REPEATS) / TEST  # the chosen one guesses again
    print(f"best of {pupils:4}: {best.mean():.1%} of the validation cards", end=", ")
    print(f"then {exam.mean():.1%} of the test cards")
    if pupils == 100:
        chosen = best.mean()
print("The best of 100 on the validation cards:")
print(min(CHOICES, key=lambda choice: abs(CHOICES[choice] - chosen)))
