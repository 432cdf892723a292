"""Put one typing error into real data, and print which metric takes it worst.

The data: scikit-learn's diabetes patients; the model is a least-squares fit.
Run it: nox -s run -- examples/training/typing_error.py
"""

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression

SEED = 1
TRIES = 200  # the patient with the error is drawn anew each time

x, y = load_diabetes(return_X_y=True)
prediction = LinearRegression().fit(x, y).predict(x)
metrics = {
    "Mean squared error": lambda error: np.mean(error**2),
    "Root mean squared error": lambda error: np.sqrt(np.mean(error**2)),
    "Mean absolute error": lambda error: np.mean(np.abs(error)),
    "Median absolute error": lambda error: np.median(np.abs(error)),
}
baseline = y - y.mean()
clean = {name: metric(y - prediction) for name, metric in metrics.items()}
factors = {name: [] for name in metrics}
far = []
for patient in np.random.default_rng(SEED).integers(0, len(y), TRIES):
    mistyped = y.copy()
    mistyped[patient] *= 10  # the decimal point slipped
    far.append(mistyped[patient] - prediction[patient])
    for name, metric in metrics.items():
        factors[name].append(metric(mistyped - prediction) / clean[name])

print("                             model   the mean every time   with one typing error")
for name, metric in metrics.items():
    print(f"{name:<25}{clean[name]:>9.1f}{metric(baseline):>22.1f}", end="")
    print(f"{np.mean(factors[name]):>15.2f} times")
usual = clean["Mean squared error"]
print(f"The mistyped answer is off by {np.mean(np.abs(far)):.0f} on average;", end=" ")
print(f"squared, that is {np.mean(np.square(far)) / usual:.0f} times the usual square.")
print(f"R2: {1 - usual / metrics['Mean squared error'](baseline):.2f}")
print("What one error among 442 patients blows up most:")
print(max(factors, key=lambda name: np.mean(factors[name])))
