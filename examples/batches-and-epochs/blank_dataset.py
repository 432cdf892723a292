"""Make batches of two houses, mixed from two streets.

Run it: nox -s run -- examples/batches-and-epochs/blank_dataset.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)

houses = tf.data.Dataset.from_tensor_slices([10, 11, 12, 13, 20, 21, 22, 23])  # two streets
houses = houses.__1__
houses = houses.__2__

batches = [batch.tolist() for batch in houses.as_numpy_iterator()]
pairs = [batch for batch in batches if isinstance(batch, list)]
mixed = sum(len({house // 10 for house in pair}) > 1 for pair in pairs)
print(batches)
print(f"{len(pairs)} batches, {mixed} of them mixed")
