"""Train small networks on measurements that were prepared in four ways.

scikit-learn's breast cancer data: 400 patients to learn from, 169 to test on. Twenty train/test
splits, each with its own start, and five learning rates, all trained at once.
Run it: nox -s run -- examples/preparing-data/four_ways.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer

SEED = 1
SPLITS = 20
STEPS, BATCH = 300, 32
HIDDEN = 8
RATES = np.float32([0.0001, 0.001, 0.01, 0.1, 1.0])

rng = np.random.default_rng(SEED)
features, labels = load_breast_cancer(return_X_y=True)
orders = rng.permuted(np.tile(np.arange(569), (SPLITS, 1)), axis=1)
x, y = features[orders], labels[orders].astype("float32")
known = x[:, :400]
low, high = known.min(axis=1, keepdims=True), known.max(axis=1, keepdims=True)
mean, std = known.mean(axis=1, keepdims=True), known.std(axis=1, keepdims=True)
ways = {
    "as they come": x,
    "divided by one number": x / known.max(),
    "from 0 to 1": (x - low) / (high - low),
    "standardised": (x - mean) / std,
}
inputs = np.stack(list(ways.values())).astype("float32")
batches = rng.integers(400, size=(STEPS, BATCH))
copies = (len(RATES), len(ways), 1, 1, 1)


def start(rows, columns):
    """Return random kernels, the same for each rate and way."""
    limit = np.sqrt(6 / (rows + columns))
    drawn = rng.uniform(-limit, limit, (SPLITS, rows, columns)).astype("float32")
    return np.tile(drawn, copies)


hidden, output = start(30, HIDDEN), start(HIDDEN, 1)


def train(make):
    """Return the share of test patients sorted right; shape rates, ways, splits."""
    kernel, kernel_2 = tf.Variable(hidden), tf.Variable(output)
    bias, bias_2 = tf.Variable(0 * hidden[..., :1, :]), tf.Variable(0 * output[..., :1, :])
    weights = [kernel, bias, kernel_2, bias_2]
    optimizer = make(learning_rate=lambda: tf.reshape(RATES, (-1, 1, 1, 1, 1)))

    def scores(some_x):
        return (tf.nn.relu(some_x @ kernel + bias) @ kernel_2 + bias_2)[..., 0]

    @tf.function  # compiles the loop: the same arithmetic, faster
    def loop():
        for step in tf.range(STEPS):
            batch = tf.gather(batches, step)
            with tf.GradientTape() as tape:
                said = scores(tf.gather(inputs, batch, axis=2))
                answers = tf.zeros_like(said) + tf.gather(y, batch, axis=1)
                losses = tf.nn.sigmoid_cross_entropy_with_logits(answers, said)
                loss = tf.reduce_sum(losses) / BATCH  # the networks stay apart
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    optimizer.build(weights)
    loop()
    return np.mean((scores(inputs[:, :, 400:]) > 0) == (y[:, 400:] > 0), axis=-1)


tests = y[:, 400:].mean(axis=1)
print(f"always the more common answer: {np.median(np.maximum(tests, 1 - tests)):.1%}")
print("of 20 splits, at the best of five rates:  median   least   most")
for name, make in {"SGD": tf.keras.optimizers.SGD, "Adam": tf.keras.optimizers.Adam}.items():
    right = train(make)
    for way, label in enumerate(ways):
        best = np.median(right[:, way], axis=1).argmax()
        low, middle, high = np.quantile(right[best, way], [0, 0.5, 1])
        print(f"{name:5}{label:22} rate {RATES[best]:<8g}{middle:10.1%}{low:8.1%}{high:7.1%}")
    ahead = np.sum(right[:, 3].max(axis=0) > right[:, 0].max(axis=0))
    print(f"{name:5}standardised ahead of as they come in {ahead} of {SPLITS} splits")
