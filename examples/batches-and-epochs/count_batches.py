"""Cut rows into batches. Run it: nox -s run -- examples/batches-and-epochs/count_batches.py"""

import tensorflow as tf

rows = tf.data.Dataset.range(100)
print(len(rows.batch(30)))
