"""Print the facts on the cards to remember.

Run it: nox -s run -- examples/regularisation/card_facts.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)
weights = tf.constant([1.0, -2.0, 3.0])
for name in ("l1", "l2"):
    penalty = tf.keras.regularizers.get(name)
    print(f'"{name}" of the weights 1, -2 and 3: {penalty(weights):.2f}')
heard = tf.keras.layers.Dropout(0.2)(tf.ones((1, 100)), training=True)
print(f"dropout 0.2 on ones, largest: {tf.reduce_max(heard):.2f}")
layer = tf.keras.layers.Dense(3, kernel_regularizer="l2")
layer(tf.ones((1, 2)))
print("weights of Dense(3) with two inputs:", sum(int(tf.size(part)) for part in layer.weights))
print("of these, charged by kernel_regularizer:", int(tf.size(layer.kernel)))
