"""Run the neighbours of two practice questions: small changes, other outputs.

Run it: nox -s run -- examples/regularisation/practice_neighbours.py
"""

import numpy as np
import tensorflow as tf

weights = tf.constant([3.0, -4.0])
print(f"sum of sizes: {tf.keras.regularizers.L1(0.01)(weights):.3f}")
print(f"half of the squares: {0.01 * tf.nn.l2_loss(weights):.3f}")
print(f"root of the squares: {0.01 * tf.norm(weights):.3f}")

loud = np.ones((1, 1000), "float32")
for name, rate, training in (("three in four stay", 0.25, True), ("prediction", 0.75, False)):
    heard = tf.keras.layers.Dropout(rate, seed=1)(loud, training=training)
    print(f"{name}:", sorted({f"{value:.2f}" for value in heard.numpy()[0]}))
