"""Look for sevens among handwritten digits, and print the metric that unmasks a lazy model.

The data: scikit-learn's digits. Run it: nox -s run -- examples/training/rare_digit.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 1
STEPS = 150
LEARNING_RATE = 0.5

x, digits = load_digits(return_X_y=True)
order = np.random.default_rng(SEED).permutation(len(x))
x, y = (x[order] / 16).astype("float32"), (digits[order] == 7).astype("float32")[:, None]
x, new_x, y, new_y = x[:1200], x[1200:], y[:1200], y[1200:] == 1

tf.keras.utils.set_random_seed(SEED)
model = tf.keras.Sequential([tf.keras.Input((64,)), tf.keras.layers.Dense(1)])
loss_fn = tf.keras.losses.BinaryCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.SGD(LEARNING_RATE, momentum=0.9)
optimizer.build(model.trainable_variables)


@tf.function  # compiles the step: the same arithmetic, faster
def step():
    """Follow the gradient once."""
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))


for _ in range(STEPS):
    step()


def measure(said_seven):
    """Return four metrics for yes-or-no answers about the new images."""
    hits = np.sum(said_seven & new_y)
    tp_rate, tn_rate = hits / new_y.sum(), np.mean(~said_seven[~new_y])
    rightly_no = np.mean(~new_y[~said_seven])
    return {
        "Accuracy: the share of right answers": np.mean(said_seven == new_y),
        "Share of right answers among the images that are no 7": tn_rate,
        "Recall: the share of the sevens that are found": tp_rate,
        "Share of true no-sevens among the images called no 7": rightly_no,
    }


lazy, trained = measure(np.zeros_like(new_y)), measure(model(new_x).numpy() > 0)
for name in lazy:
    print(f"{name}: lazy {lazy[name]:.3g}, trained {trained[name]:.3g}")
gap = {name: abs(trained[name] - lazy[name]) for name in lazy}
print("What tells the two apart best:")
print(max(gap, key=gap.get))
