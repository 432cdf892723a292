"""Let five networks learn 200 shuffled backs, and see how many they know in the end.

Run it: nox -s run -- examples/overfitting/pool_shuffled.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 6
PUPILS = 5
EPOCHS = 120
CHOICES = {"About 10%": 0.10, "About 50%": 0.50, "About 100%": 1.0}

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(SEED)
order = rng.permuted(np.tile(np.arange(len(images)), (PUPILS, 1)), axis=1)
x = images[order[:, :200]].astype("float32") / 16
y = rng.permuted(digits[order[:, :200]], axis=1)  # backs that say nothing of the fronts


def glorot(inputs, outputs):
    """Return random weights, a table for each network."""
    limit = (6 / (inputs + outputs)) ** 0.5
    drawn = rng.uniform(-limit, limit, (PUPILS, inputs, outputs))
    return tf.Variable(drawn.astype("float32"))


weights = [glorot(64, 64), tf.Variable(tf.zeros((PUPILS, 1, 64)))]
weights += [glorot(64, 10), tf.Variable(tf.zeros((PUPILS, 1, 10)))]
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
optimizer.build(weights)


def scores():
    """Return ten scores for each card of each network."""
    return tf.nn.relu(x @ weights[0] + weights[1]) @ weights[2] + weights[3]


@tf.function  # compiles the step: the same arithmetic, faster
def learn():
    """Train all networks for one epoch, which is one step."""
    with tf.GradientTape() as tape:
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores())
        loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))  # networks stay apart
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


for epoch in range(1, EPOCHS + 1):
    learn()
    if epoch in (10, EPOCHS):
        shares = np.mean(scores().numpy().argmax(axis=2) == y, axis=1)
        print(f"epoch {epoch:3}: {shares.min():.1%} to {shares.max():.1%} of the training cards")
print("Of its training cards it knows in the end:")
print(min(CHOICES, key=lambda choice: abs(CHOICES[choice] - np.median(shares))))
