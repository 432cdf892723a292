"""Count batches in other ways than default_batch.py does.

Run it: nox -s run -- examples/batches-and-epochs/default_batch_neighbours.py
"""

import tensorflow as tf

EPOCHS = 5

rows = tf.data.Dataset.range(100)
print("all rows in one batch:", EPOCHS * len(rows.batch(100)))
print("the smaller last batch left out:", EPOCHS * len(rows.batch(32, drop_remainder=True)))
print("batches of one row:", EPOCHS * len(rows.batch(1)))
