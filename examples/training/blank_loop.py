"""Fill the gaps so that the model learns y = 2x + 1.

Run it: nox -s run -- examples/training/blank_loop.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = tf.constant([[1.0], [2.0], [3.0], [4.0]])
y = 2 * x + 1
model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(learning_rate=0.05)

for step in range(100):
    with tf.GradientTape() as tape:
        prediction = model(__1__)
        loss = tf.reduce_mean(__2__)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(__3__))

off = float(tf.reduce_mean(tf.abs(model(x) - y)))
print(f"on average {off:.3f} away from the answers")
