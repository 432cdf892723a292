"""Cut out the third batch of 32.

Run it: nox -s run -- examples/batches-and-epochs/blank_third_batch.py
"""

rows = list(range(1000))
third = rows[__1__]
print(f"{len(third)} rows, the first is {third[0]}, the last is {third[-1]}")
