"""Train six hidden layers with compile and fit.

Run it: nox -s run -- examples/activations-and-initialisation/fit_chain.py
"""

import tensorflow as tf
from sklearn.datasets import load_digits

activation, initializer = "relu", "he_normal"

images, digits = load_digits(return_X_y=True)
x = (images - images.mean()) / images.std()

tf.keras.utils.set_random_seed(1)
model = tf.keras.Sequential([tf.keras.Input(shape=(64,))])
for _ in range(6):
    model.add(tf.keras.layers.Dense(32, activation, kernel_initializer=initializer))
model.add(tf.keras.layers.Dense(10))
model.compile(
    optimizer=tf.keras.optimizers.Adam(learning_rate=0.003),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(x[:1000], digits[:1000], batch_size=50, epochs=5, verbose=0)
loss, accuracy = model.evaluate(x[1000:], digits[1000:], verbose=0)
print(f"{activation}, {initializer}: new loss {loss:.2f}, new accuracy {accuracy:.2f}")
