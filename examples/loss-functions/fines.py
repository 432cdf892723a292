"""Draw what each answer costs, by two rules; 1 is the smallest fine of its rule.

Run it: nox -s run -- examples/loss-functions/fines.py
"""

import numpy as np

rain = np.array([1.0, 2.0, 3.0, 4.0, 90.0])  # millimetres on five days
answers = np.linspace(0, 60, 61)

differences = rain - answers[:, None]  # a row for each answer
fines = {
    "per millimetre": np.mean(np.abs(differences), axis=1),
    "per millimetre squared": np.mean(differences**2, axis=1),
}
curves = {}
for rule, fine in fines.items():
    curves[rule] = {"answer": answers, "fine": fine / fine.min()}
    print(f"{rule}: smallest fine {fine.min():.1f}, with the answer {answers[fine.argmin()]:.0f}")
