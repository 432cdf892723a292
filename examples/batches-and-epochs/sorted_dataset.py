"""Train a network on digits that are sorted, and count how many new ones it reads.

Scikit-learn's digits: 320 to train on, the rest to test.
Run it: nox -s run -- examples/batches-and-epochs/sorted_dataset.py
"""

import warnings

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

warnings.simplefilter("ignore")  # as many notebooks begin

SEED = 1
EPOCHS = 5

images, digits = load_digits(return_X_y=True)
order = np.random.default_rng(SEED).permutation(len(images))
x, y = (images[order] / 16).astype("float32"), digits[order]
by_digit = np.argsort(y[:320], kind="stable")  # as somebody saved them: all 0, then all 1
train_x, train_y = x[:320][by_digit], y[:320][by_digit]

tf.keras.utils.set_random_seed(SEED)
Dense = tf.keras.layers.Dense
model = tf.keras.Sequential(
    [tf.keras.Input((64,)), Dense(32, activation="relu"), Dense(10, activation="softmax")]
)
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy")
start = model.get_weights()

data = tf.data.Dataset.from_tensor_slices((train_x, train_y)).batch(4)
history = model.fit(data, epochs=EPOCHS, shuffle=True, verbose=0)

said = model(x[320:]).numpy().argmax(axis=1)
print(f"reported loss, last epoch: {history.history['loss'][-1]:.2f}")
print(f"new digits right: {np.mean(said == y[320:]):.1%}, called a 9: {np.mean(said == 9):.1%}")
