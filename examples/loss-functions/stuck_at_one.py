"""Train ten weights with a loss written by hand, and print how it goes.

The data: 100 of scikit-learn's patients with diabetes, inputs and answers scaled to a spread of 1.
Run it: nox -s run -- examples/loss-functions/stuck_at_one.py
"""

import tensorflow as tf
from sklearn.datasets import load_diabetes

x, y = load_diabetes(return_X_y=True)
x, y = x[:100] / x.std(axis=0), (y[:100] - y[:100].mean()) / y[:100].std()
tf.keras.utils.set_random_seed(1)
layer = tf.keras.layers.Dense(1, dtype="float64")
optimizer = tf.keras.optimizers.SGD(learning_rate=0.05)
for step in range(81):
    with tf.GradientTape() as tape:
        predictions = layer(x)
        loss = tf.reduce_mean((y - predictions) ** 2)
    if step in (0, 10, 40, 80):
        spread = tf.math.reduce_std(predictions)
        print(f"step {step}: loss {loss:.3f}, spread of the predictions {spread:.3f}")
    gradients = tape.gradient(loss, layer.trainable_variables)
    optimizer.apply_gradients(zip(gradients, layer.trainable_variables))
