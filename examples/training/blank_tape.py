"""Fill the gaps so that the tape finds the gradients.

Run it: nox -s run -- examples/training/blank_tape.py
"""

import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = tf.constant([[1.0], [2.0], [3.0]])
y = 2 * x
model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
loss_fn = tf.keras.losses.MeanSquaredError()
optimizer = tf.keras.optimizers.SGD(learning_rate=0.05)

losses = []
for step in range(20):
    with tf.GradientTape() as tape:
        prediction = model(x)
        __1__
    __2__
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    losses.append(float(loss))

off = float(tf.reduce_mean(tf.abs(model(x) - y)))
print(f"loss in the first step {losses[0]:.3f}, in the last {losses[-1]:.3f}")
print(f"on average {off:.3f} away from the answers")
