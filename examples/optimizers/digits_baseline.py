"""Train five small networks on handwritten digits for three epochs, with plain SGD.

1797 images of 8 x 8 pixels, shipped with scikit-learn: 1000 to train on, 297 to
choose settings by, 500 to test. Run it: nox -s run -- examples/optimizers/digits_baseline.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
NETWORKS = 5  # from five random starts, all trained at once
HIDDEN = 32
EPOCHS, BATCH = 3, 50

images, digits = load_digits(return_X_y=True)
order = np.random.default_rng(SEED).permutation(len(images))
x, y = images[order] / 16, digits[order]
train_x, train_y = x[:1000], y[:1000]
choose_x, choose_y = x[1000:1297], y[1000:1297]
test_x, test_y = x[1297:], y[1297:]


def new_weights(copies):
    """Return the weights of all networks, `copies` times: the first axis."""
    draws = np.random.default_rng(SEED)

    def glorot(inputs, outputs):
        limit = np.sqrt(6 / (inputs + outputs))
        drawn = draws.uniform(-limit, limit, (1, NETWORKS, inputs, outputs))
        return tf.Variable(np.tile(drawn, (copies, 1, 1, 1)))

    kernel, kernel_2 = glorot(64, HIDDEN), glorot(HIDDEN, 10)
    bias = tf.Variable(tf.zeros((copies, NETWORKS, 1, HIDDEN), tf.float64))
    bias_2 = tf.Variable(tf.zeros((copies, NETWORKS, 1, 10), tf.float64))
    return [kernel, bias, kernel_2, bias_2]


def predict(weights, inputs):
    """Return logits; shape copies, networks, images, digits."""
    kernel, bias, kernel_2, bias_2 = weights
    return tf.nn.relu(inputs @ kernel + bias) @ kernel_2 + bias_2


def accuracy(weights, inputs, answers):
    """Return the share of right answers of each network."""
    return np.mean(predict(weights, inputs).numpy().argmax(axis=-1) == answers, axis=-1)


def train(optimizer, copies=1):
    """Return the weights after three epochs."""
    weights = new_weights(copies)
    optimizer.build(weights)

    @tf.function  # compiles the step: the same arithmetic, faster
    def step(inputs, answers):
        with tf.GradientTape() as tape:
            logits = predict(weights, inputs)
            labels = tf.broadcast_to(answers, tf.shape(logits)[:-1])
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits)
            loss = tf.reduce_sum(losses) / BATCH  # the networks stay apart
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    draws = np.random.default_rng(SEED)
    for epoch in range(EPOCHS):
        for batch in draws.permutation(1000).reshape(-1, BATCH):
            step(tf.constant(train_x[batch]), tf.constant(train_y[batch]))
    return weights


weights = train(tf.keras.optimizers.SGD())
(scores,) = accuracy(weights, test_x, test_y)
print(f"test accuracy: mean {scores.mean():.1%}, worst {scores.min():.1%}, best {scores.max():.1%}")
