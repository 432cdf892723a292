"""Use the same brakes with `compile` and `fit`.

Run it: nox -s run -- examples/regularisation/fit_brakes.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
rng = np.random.default_rng(1)
order = rng.permutation(len(images))
letters, stamps = images[order] / 16, digits[order]
x, y = letters[:200], stamps[:200].copy()
y[:40] = (y[:40] + rng.integers(1, 10, 40)) % 10  # another digit

tf.keras.utils.set_random_seed(1)
l2 = tf.keras.regularizers.L2(0.003)
office = tf.keras.Sequential(
    [
        tf.keras.Input(shape=(64,)),
        tf.keras.layers.Dense(64, activation="relu", kernel_regularizer=l2),
        tf.keras.layers.Dropout(0.5),
        tf.keras.layers.Dense(10, kernel_regularizer=l2),
    ]
)
office.compile(
    optimizer=tf.keras.optimizers.Adam(learning_rate=0.03),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
new = letters[1000:], stamps[1000:]
history = office.fit(x, y, validation_data=new, epochs=15, batch_size=100, verbose=0).history
for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
    print(f"{name}: {history[name][-1]:.3f}")
print(f"weight penalty, a part of both losses: {sum(office.losses):.3f}")
