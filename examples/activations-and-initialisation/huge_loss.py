"""Make the weights by hand, as in many a first program, and look at the first loss.

Run it: nox -s run -- examples/activations-and-initialisation/huge_loss.py
"""

import tensorflow as tf
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
x = tf.constant(images[:600] / 16, dtype="float32")

tf.keras.utils.set_random_seed(1)
u = tf.Variable(tf.random.normal((64, 64)))
v = tf.Variable(tf.random.normal((64, 64)))
w = tf.Variable(tf.random.normal((64, 10)))

scores = tf.nn.relu(tf.nn.relu(x @ u) @ v) @ w
losses = tf.nn.sparse_softmax_cross_entropy_with_logits(digits[:600], scores)
print(f"first loss {tf.reduce_mean(losses):.1f}")
