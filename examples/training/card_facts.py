"""Look up the small facts that the cards quote.

Run it: nox -s run -- examples/training/card_facts.py
"""

import numpy as np
import tensorflow as tf

SGD = tf.keras.optimizers.SGD
tf.keras.utils.set_random_seed(1)

weight = tf.Variable(0.5)
with tf.GradientTape() as tape:
    loss = (weight * 2.0 - 6.0) ** 2
gradient = tape.gradient(loss, weight)
print(f"weight 0.5, input 2, answer 6: loss {loss:.1f}, gradient {gradient:.1f}, ", end="")
SGD(learning_rate=0.1).apply_gradients([(gradient, weight)])
print(f"weight after a step with learning rate 0.1: {weight.numpy():.1f}")

model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(3)])
model.compile(optimizer=SGD(learning_rate=0.1), loss="mse", run_eagerly=True)
before = [w.numpy() for w in model.weights]
model.evaluate(tf.ones((10, 2)), tf.ones((10, 3)), verbose=0)
same = all(np.array_equal(b, w.numpy()) for b, w in zip(before, model.weights))
print(
    f"Dense(3) with two inputs has {model.count_params()} weights; after evaluate the same: {same}"
)
model.fit(tf.ones((10, 2)), tf.ones((10, 3)), batch_size=4, epochs=3, verbose=0)
print(f"updates for 10 examples, batches of 4, 3 epochs: {model.optimizer.iterations.numpy()}")

w = tf.Variable(2.0)
with tf.GradientTape(persistent=True) as tape:
    prediction = w * 3.0
    flat = tf.sign(prediction)
late = prediction**2
print(
    "loss outside the tape:",
    tape.gradient(late, w),
    " through sign:",
    tape.gradient(flat, w).numpy(),
)

zeros = tf.keras.Sequential(
    [
        tf.keras.Input((2,)),
        tf.keras.layers.Dense(4, activation="tanh", kernel_initializer="zeros"),
        tf.keras.layers.Dense(1, kernel_initializer="zeros"),
    ]
)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((zeros(tf.ones((10, 2))) - 3.0) ** 2)
gradients = tape.gradient(loss, zeros.trainable_variables)
print("gradients from a start at zero:", [float(tf.norm(gradient)) for gradient in gradients])
half = tf.keras.losses.BinaryCrossentropy()([[1.0], [0.0]], [[0.5], [0.5]])
print(f"binary cross-entropy of one half: {half:.3f}; the logarithm of 2: {np.log(2):.3f}")

model.layers[0].trainable = False
print("trainable variables of a frozen layer:", len(model.layers[0].trainable_variables))

limit = np.sqrt(6 / (1 + 1))  # the range of Keras for one input and one output
losses = (np.random.default_rng(1).uniform(-limit, limit, 100_000) - 2) ** 2
print(f"first loss of Dense(1), input 1, answer 2: from {losses.min():.2f} to {losses.max():.1f}")
