"""Learn a pack with 40 misprints with `fit`, and look at new cards after every epoch.

Run it: nox -s run -- examples/overfitting/fit_misprints.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

MISPRINTS = 40
EPOCHS = 15

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(1)
order = rng.permutation(len(images))
training, validation = order[:200], order[200:500]  # no card is in both
x, y = images[training] / 16, digits[training]
y[:MISPRINTS] = (y[:MISPRINTS] + rng.integers(1, 10, MISPRINTS)) % 10  # another digit

tf.keras.utils.set_random_seed(1)
layers = [tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(10)]
pupil = tf.keras.Sequential([tf.keras.Input(shape=(64,)), *layers])
pupil.compile(
    optimizer=tf.keras.optimizers.Adam(learning_rate=0.01),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = pupil.fit(
    x,
    y,
    validation_data=(images[validation] / 16, digits[validation]),
    epochs=EPOCHS,
    batch_size=50,
    verbose=0,
).history

print("epoch   loss  accuracy  val_loss  val_accuracy")
best = int(np.argmin(history["val_loss"])) + 1  # lists count from 0, epochs from 1
for epoch in sorted({1, 3, best, EPOCHS}):
    row = [history[name][epoch - 1] for name in ("loss", "accuracy", "val_loss", "val_accuracy")]
    print(f"{epoch:5}  {row[0]:5.3f}  {row[1]:8.3f}  {row[2]:8.3f}  {row[3]:12.3f}")
print("the lowest val_loss is that of epoch", best)
