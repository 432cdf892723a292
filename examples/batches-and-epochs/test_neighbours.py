"""Run the neighbours of the programs of the test: small changes, other outputs.

Run it: nox -s run -- examples/batches-and-epochs/test_neighbours.py
"""

import numpy as np
import tensorflow as tf

rows = tf.data.Dataset.range(100)
print("count_batches.py, drop_remainder=True:", len(rows.batch(30, drop_remainder=True)))
print("count_batches.py, batches of 1:", len(rows.batch(1)))
print("count_updates.py, one epoch:", len(range(0, 12, 5)))
print("count_updates.py, full batches alone:", 2 * (12 // 5))
print("count_updates.py, batches of 1:", 2 * 12)


def place(batches):
    """Return the well after going half of the way to the middle of each batch."""
    well = 0.0
    for asked in batches:
        well = well + 0.5 * (np.mean(asked) - well)
    return float(well)


print("sorted_pairs.py, one epoch:", place([[0, 0], [8, 8]]))
print("sorted_pairs.py, mixed pairs:", place([[0, 8]] * 4))
print("sorted_pairs.py, east first:", place([[8, 8], [0, 0]] * 2))
print("three_and_one.py, all four in one batch:", place([[2, 2, 2, 10]]))
print("three_and_one.py, two and two:", place([[2, 2], [2, 10]]))
print("three_and_one.py, without the last batch:", place([[2, 2, 2]]))
ten = tf.data.Dataset.range(10)
print("rows_seen.py, with the last batch:", 2 * sum(len(batch) for batch in ten.batch(3)))
print("rows_seen.py, one epoch:", 3 * len(ten.batch(3, drop_remainder=True)))
print("rows_seen.py, batches:", 2 * len(ten.batch(3, drop_remainder=True)))
