"""Train a small network on answers around 150, as they come and standardised.

scikit-learn's diabetes data: 342 patients to learn from, 100 to test on; the answer says how far
the illness went. The ten inputs are standardised. Twenty splits, all trained at once.
Run it: nox -s run -- examples/preparing-data/answers.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

SEED = 1
SPLITS, KNOWN, HIDDEN = 20, 342, 16
BATCH, RATE = 32, 0.001

rng = np.random.default_rng(SEED)
features, progress = load_diabetes(return_X_y=True)
orders = rng.permuted(np.tile(np.arange(len(progress)), (SPLITS, 1)), axis=1)


def standardise(values):
    """Use the mean and the standard deviation of the patients to learn from."""
    known = values[:, :KNOWN]
    values = (values - known.mean(axis=1, keepdims=True)) / known.std(axis=1, keepdims=True)
    return values.astype("float32")


def start(rows, columns):
    """Return random kernels, one for each split."""
    limit = np.sqrt(6 / (rows + columns))
    return rng.uniform(-limit, limit, (SPLITS, rows, columns)).astype("float32")


x = standardise(features[orders])
raw = progress[orders][..., None].astype("float32")
hidden, output = start(10, HIDDEN), start(HIDDEN, 1)
batches = rng.integers(KNOWN, size=(2000, BATCH))


def explained(answers, stops):
    """Train with Adam; return R squared on the test patients after so many steps."""
    kernel, kernel_2 = tf.Variable(hidden), tf.Variable(output)
    bias, bias_2 = tf.Variable(0 * hidden[:, :1]), tf.Variable(0 * output[:, :1])
    weights = [kernel, bias, kernel_2, bias_2]
    optimizer = tf.keras.optimizers.Adam(learning_rate=RATE)
    optimizer.build(weights)

    def predict(some_x):
        return tf.nn.relu(some_x @ kernel + bias) @ kernel_2 + bias_2

    @tf.function  # compiles the loop: the same arithmetic, faster
    def loop(first, last):
        for step in tf.range(first, last):
            batch = tf.gather(batches, step)
            with tf.GradientTape() as tape:
                errors = predict(tf.gather(x, batch, axis=1)) - tf.gather(answers, batch, axis=1)
                loss = tf.reduce_sum(errors**2) / BATCH  # the networks stay apart
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

    test = answers[:, KNOWN:]
    for first, last in zip([0, *stops], stops):
        loop(tf.constant(first), tf.constant(last))
        wrong = np.mean((predict(x[:, KNOWN:]) - test) ** 2, axis=(1, 2))
        yield last, 1 - wrong / test.var(axis=(1, 2))


print(f"answers: mean {progress.mean():.0f}, standard deviation {progress.std():.0f}")
for name, answers in {"as they come": raw, "standardised": standardise(raw)}.items():
    for steps, shares in explained(answers, [300, 2000]):
        low, middle, high = np.quantile(shares, [0, 0.5, 1])
        print(f"{name}, {steps:4} steps: R2 {middle:5.2f}, from {low:.2f} to {high:.2f}")
