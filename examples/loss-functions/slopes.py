"""Compare the slopes of cross-entropy with chance minus answer.

Run it: nox -s run -- examples/loss-functions/slopes.py
"""

import numpy as np
import tensorflow as tf

scores = tf.Variable([[2.0, 1.0, 0.0]])
with tf.GradientTape() as tape:
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)(np.array([2]), scores)
print("slope by the tape:    ", tape.gradient(loss, scores).numpy().round(3))
print("chance minus one-hot: ", (tf.nn.softmax(scores) - [[0.0, 0.0, 1.0]]).numpy().round(3))
