"""Put a new weight into the update.

Run it: nox -s run -- examples/blank_update.py
"""

start, rate = 0.0, 0.25
weight = start
gradient = 2 * (weight - 3)
weight = __1__
print(f"from {start} to {weight}")
