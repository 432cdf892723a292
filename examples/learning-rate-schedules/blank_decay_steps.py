"""Give a cosine as many steps as `fit` takes: the last rate is small, and not 0 yet.

Run it: nox -s run -- examples/learning-rate-schedules/blank_decay_steps.py
"""

import math

ROWS, BATCH, EPOCHS = 500, 32, 10
decay_steps = __1__
taken = len(range(0, ROWS, BATCH)) * EPOCHS  # batches of an epoch, times epochs
parts = [min(step / decay_steps, 1) for step in range(taken)]
rates = [0.5 * (1 + math.cos(math.pi * part)) / 2 for part in parts]
print(f"{taken} steps, of these {rates.count(0)} with a rate of 0; last rate {rates[-1]:.5f}")
