"""Send one fruit through a small trained network, and keep what each station hands on.

Run it: nox -s run -- examples/training/fruit_way.py
"""

import numpy as np
import tensorflow as tf

SEED = 2

rng = np.random.default_rng(SEED)
apple = rng.integers(0, 2, 200)
mass = np.where(apple, rng.normal(1.6, 0.25, 200), rng.normal(1.9, 0.25, 200))
redness = np.where(apple, rng.normal(0.7, 0.12, 200), rng.normal(0.4, 0.12, 200))
fruit = np.stack([mass, redness], axis=1).astype("float32")

tf.keras.utils.set_random_seed(SEED)
model = tf.keras.Sequential(
    [
        tf.keras.Input((2,)),
        tf.keras.layers.Dense(3, activation="tanh", name="hidden"),
        tf.keras.layers.Dense(1, activation="sigmoid", name="out"),
    ]
)
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=1.0), loss="binary_crossentropy")
data = tf.data.Dataset.from_tensors((fruit, apple[:, None])).repeat(60)  # sixty updates
model.fit(data, shuffle=False, verbose=0)

data = np.array([[1.55, 0.75]], "float32")  # a light and red fruit
way = [{"layer": "mass and redness", "shape": data.shape, "values": data[0], "weights": 0}]
for layer in model.layers:
    data = layer(data).numpy()
    way.append(
        {
            "layer": f"{layer.name}: {type(layer).__name__}",
            "shape": data.shape,
            "values": data[0],
            "weights": layer.count_params(),
        }
    )
print(f"{model.count_params()} weights; called an apple with a certainty of {data.item():.1%}")
