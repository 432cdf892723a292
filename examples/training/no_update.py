"""Train a model for three steps. Run it: nox -s run -- examples/training/no_update.py"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = tf.constant([[1.0]])
y = tf.constant([[2.0]])

model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)

for step in range(3):
    with tf.GradientTape() as tape:
        prediction = model(x)
        loss = tf.reduce_mean((y - prediction) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    print(f"step {step}: weight {model.trainable_variables[0].numpy().item():.3f}  loss {loss:.3f}")
