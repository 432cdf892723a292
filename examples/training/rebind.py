"""Train without `optimizer.apply_gradients`: the step is written by hand.

Run it: nox -s run -- examples/training/rebind.py
"""

import tensorflow as tf

LEARNING_RATE = 0.1

tf.keras.utils.set_random_seed(7)
x = tf.constant([[1.0], [2.0], [3.0]])
y = tf.constant([[2.0], [4.0], [6.0]])

model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
loss_fn = tf.keras.losses.MeanSquaredError()

for step in range(20):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    gradients = tape.gradient(loss, model.trainable_variables)
    for weight, gradient in zip(model.trainable_variables, gradients):
        weight = weight - LEARNING_RATE * gradient
    if step in (0, 19):
        print(
            f"step {step:2}: loss {loss:.3f}  gradient {gradients[0].numpy().item():.3f}  "
            f"weight {model.trainable_variables[0].numpy().item():.3f}"
        )
