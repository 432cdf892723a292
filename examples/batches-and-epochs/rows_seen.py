"""Count the rows that two epochs show to a model.

Run it: nox -s run -- examples/batches-and-epochs/rows_seen.py
"""

import tensorflow as tf

data = tf.data.Dataset.range(10).batch(3, drop_remainder=True)
seen = 0
for epoch in range(2):
    for batch in data:
        seen += len(batch)

print(seen)
