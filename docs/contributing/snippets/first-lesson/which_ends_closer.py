"""Hold four learning rates against each other, over twenty noisy runs each.

Run it: nox -s run -- examples/learning-rate-schedules/which_ends_closer.py
"""

import numpy as np

RUNS = 20
STEPS = 100

RATES = {
    "One that stays at 0.4": lambda _step: 0.4,
    "One that stays at 0.001": lambda _step: 0.001,
    "One that begins at 0.4 and halves every 20 steps": lambda step: 0.4 * 0.5 ** (step / 20),
    "One that begins at 0.4 and halves every step": lambda step: 0.4 * 0.5**step,
}

answers = np.random.default_rng(1).normal(3.0, 1.0, (STEPS, RUNS))
averages = {}
for name, rate in RATES.items():
    weights = np.zeros(RUNS)
    for step in range(STEPS):
        weights -= rate(step) * 2 * (weights - answers[step])
    distances = np.abs(weights - 3.0)
    averages[name] = distances.mean()
    print(f"{name}: {distances.mean():.2f} away on average, {distances.max():.2f} at worst")

print(min(averages, key=averages.get))
