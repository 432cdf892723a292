"""Place a well for eight houses, asking two of them at a time.

Run it: nox -s run -- examples/batches-and-epochs/smallest.py
"""

import tensorflow as tf

BATCH = 2  # how many houses one update asks
EPOCHS = 2  # how many times every house is asked
LEARNING_RATE = 0.5

houses = tf.constant([[0, 2], [2, 4], [4, 0], [6, 2], [2, 8], [4, 6], [8, 0], [6, 2]], tf.float32)
x = tf.ones((8, 1))  # the input is 1 for every house, so the prediction is the weights

layer = tf.keras.layers.Dense(2, use_bias=False, kernel_initializer="zeros")
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
loss_fn = tf.keras.losses.MeanSquaredError()
optimizer = tf.keras.optimizers.SGD(learning_rate=LEARNING_RATE)

update = 0
for epoch in range(EPOCHS):
    for first in range(0, 8, BATCH):
        batch = slice(first, first + BATCH)
        with tf.GradientTape() as tape:
            loss = loss_fn(houses[batch], model(x[batch]))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        update += 1
        asked = tf.reduce_mean(houses[batch], axis=0).numpy()
        well = layer.kernel.numpy()[0]
        print(f"epoch {epoch + 1}, update {update}: the middle of the asked houses is ", end="")
        print(f"({asked[0]:.0f}, {asked[1]:.0f}), the well moves to ({well[0]:.2f}, {well[1]:.2f})")

print(f"loss over all houses: {loss_fn(houses, model(x)):.2f}")
