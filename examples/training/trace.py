"""Record four numbers while a network trains, and print them under other names.

The data: scikit-learn's breast cancer measurements, 60 for training.
Run it: nox -s run -- examples/training/trace.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

SEED = 1
COLUMN_SEED = 2  # decides which column is called A
EPOCHS = 36
EVERY = 5  # epochs between two records

x, y = load_breast_cancer(return_X_y=True)
x, y = x.astype("float32"), y.astype("float32")[:, None]
x, val_x, y, val_y = train_test_split(x, y, train_size=60, stratify=y, random_state=SEED)
mean, spread = x.mean(axis=0), x.std(axis=0)  # of the training data alone
x, val_x = (x - mean) / spread, (val_x - mean) / spread

tf.keras.utils.set_random_seed(SEED)
Dense = tf.keras.layers.Dense
model = tf.keras.Sequential(
    [tf.keras.Input(shape=(30,)), Dense(64, activation="relu"), Dense(1, activation="sigmoid")]
)
loss_fn = tf.keras.losses.BinaryCrossentropy()
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)


def accuracy(answers, predictions):
    """Return the share of right answers."""
    return np.mean((predictions.numpy() > 0.5) == answers)


trace = {
    "training loss": [],
    "training accuracy": [],
    "validation loss": [],
    "validation accuracy": [],
}
for epoch in range(EPOCHS):
    with tf.GradientTape() as tape:
        predictions = model(x)
        loss = loss_fn(y, predictions)
    if epoch % EVERY == 0:
        val_predictions = model(val_x)
        trace["training loss"].append(float(loss))
        trace["training accuracy"].append(accuracy(y, predictions))
        trace["validation loss"].append(float(loss_fn(val_y, val_predictions)))
        trace["validation accuracy"].append(accuracy(val_y, val_predictions))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

order = np.random.default_rng(COLUMN_SEED).permutation(list(trace))
columns = dict(zip("ABCD", order))
print("epoch", *columns, sep="        ")
for row, values in enumerate(zip(*[trace[name] for name in columns.values()])):
    print(f"{EVERY * row:5}", *[f"{value:8.3f}" for value in values])
