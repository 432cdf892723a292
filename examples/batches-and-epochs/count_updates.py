"""Count updates without a model.

Run it: nox -s run -- examples/batches-and-epochs/count_updates.py
"""

updates = 0
for epoch in range(2):
    for first in range(0, 12, 5):
        updates += 1

print(updates)
