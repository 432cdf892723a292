"""Shuffle sorted numbers with a small buffer, 300 times.

Run it: nox -s run -- examples/batches-and-epochs/small_buffer.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rows = tf.data.Dataset.range(1000)
first_batch = rows.shuffle(10).batch(4).take(1).repeat(300)

print(max(batch.numpy().max() for batch in first_batch))
