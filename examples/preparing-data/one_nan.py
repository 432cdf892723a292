"""Put one NaN among 6000 inputs, and count the weights that one step of training spoils.

Run it: nox -s run -- examples/preparing-data/one_nan.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
tf.keras.utils.set_random_seed(SEED)
rng = np.random.default_rng(SEED)
x = rng.normal(size=(300, 20)).astype("float32")
y = x[:, :1] - x[:, 1:2]
x[7, 3] = np.nan

model = tf.keras.Sequential(
    [
        tf.keras.Input(shape=(20,)),
        tf.keras.layers.Dense(16, activation="tanh"),
        tf.keras.layers.Dense(1),
    ]
)
with tf.GradientTape() as tape:
    said = model(x)
    loss = tf.reduce_mean((said - y) ** 2)
lost = np.isnan(said).sum()
optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))

values = np.concatenate([weights.ravel() for weights in model.get_weights()])
print(f"NaN among the {x.size} inputs: {np.isnan(x).sum()}")
print(f"NaN among the {len(x)} predictions before the step: {lost}")
print(f"NaN among the {values.size} weights after one step: {np.isnan(values).sum()}")
