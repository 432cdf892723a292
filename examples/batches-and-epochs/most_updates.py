"""Compare settings by the updates that they make.

Run it: nox -s run -- examples/batches-and-epochs/most_updates.py
"""

import math

ROWS = 200
settings = {
    "Batches of 10, 2 epochs": (10, 2),
    "Batches of 50, 8 epochs": (50, 8),
    "Batches of 200, 20 epochs": (200, 20),
}
updates = {name: math.ceil(ROWS / batch) * epochs for name, (batch, epochs) in settings.items()}
for name, count in updates.items():
    print(f"{name}: {count} updates, {ROWS * settings[name][1]} looks")
print("The most updates:")
print(max(updates, key=updates.get))
