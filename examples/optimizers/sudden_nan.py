"""The loss is fine for a while, then it is NaN.

Run it: nox -s run -- examples/optimizers/sudden_nan.py
"""

from io import StringIO

import numpy as np
import tensorflow as tf

SEED = 6
rng = np.random.default_rng(SEED)
features = rng.normal(size=(400, 3))
rows = np.column_stack([features, features @ [2.0, -1.0, 0.5]])
lines = [",".join(f"{value:.3f}" for value in row) for row in rows]
lines[rng.integers(400)] = "0.512,-0.333,1.020,"  # one of the houses

table = np.genfromtxt(StringIO("\n".join(lines)), delimiter=",", dtype="float32")
x, y = table[:, :3], table[:, 3:]

tf.keras.utils.set_random_seed(SEED)
Dense = tf.keras.layers.Dense
model = tf.keras.Sequential([tf.keras.Input(shape=(3,)), Dense(10, activation="relu"), Dense(1)])
optimizer = tf.keras.optimizers.Adam(learning_rate=1.0)

for step in range(31):
    batch = rng.integers(400, size=16)  # sixteen houses at random
    with tf.GradientTape() as tape:
        predictions = model(x[batch])
        loss = tf.reduce_mean(tf.square(y[batch] - predictions))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    if step % 5 == 0:
        print(f"Step {step:2} Loss: {loss.numpy():.3f}")
