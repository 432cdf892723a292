"""Take one RMSprop step from 300 random starts, and collect the loss before it.

The data are x = 1, 2, 3, 4 and y = 2 x. Run it: nox -s run -- examples/optimizers/rmsprop_starts.py
"""

import numpy as np
import tensorflow as tf

STARTS = 300
SEED = 1

x = tf.constant([1.0, 2.0, 3.0, 4.0])
limit = np.sqrt(6 / (1 + 1))  # GlorotUniform, one input and one output
draws = np.random.default_rng(SEED).uniform(-limit, limit, (STARTS, 1)).astype("float32")
weights, biases = tf.Variable(draws), tf.Variable(tf.zeros((STARTS, 1)))
optimizer = tf.keras.optimizers.RMSprop(learning_rate=0.01)

with tf.GradientTape() as tape:
    loss = tf.reduce_mean((weights * x + biases - 2 * x) ** 2, axis=1)
gradients = tape.gradient(loss, [weights, biases])
optimizer.apply_gradients(zip(gradients, [weights, biases]))
after = tf.reduce_mean((weights * x + biases - 2 * x) ** 2, axis=1)

print(f"before the step: {np.min(loss):.1f} to {np.max(loss):.1f}, median {np.median(loss):.1f}")
print(f"one step takes off {np.min(loss - after):.2f} to {np.max(loss - after):.2f}")
