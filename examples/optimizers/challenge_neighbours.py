"""Run the neighbours of rmsprop_step.py: other optimizers, other starts, other losses.

Run it: nox -s run -- examples/optimizers/challenge_neighbours.py
"""

import numpy as np
import tensorflow as tf

SEED = 1

x = tf.constant([[1.0], [2.0], [3.0], [4.0]])
y = 2 * x
loss_fn = tf.keras.losses.MeanSquaredError()


def loss_after(optimizer=None):
    """Take one step from weight 0 and bias 0, or none; return the loss of a new prediction."""
    layer = tf.keras.layers.Dense(1, kernel_initializer="zeros")
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    if optimizer:
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        moved = [float(tf.squeeze(variable)) for variable in model.trainable_variables]
        print(f"   weight {moved[0]:.4f}, bias {moved[1]:.4f}", end="  ")
    return round(float(loss_fn(y, model(x))), 3)


print("RMSprop:        ", loss_after(tf.keras.optimizers.RMSprop(learning_rate=0.01)))
print("Adam:           ", loss_after(tf.keras.optimizers.Adam(learning_rate=0.01)))
print("SGD:            ", loss_after(tf.keras.optimizers.SGD(learning_rate=0.01)))
print("before the step:", loss_after())

limit = np.sqrt(6 / (1 + 1))  # GlorotUniform, one input and one output
starts = np.random.default_rng(SEED).uniform(-limit, limit, 100_000)
losses = np.mean((starts[:, None] * x.numpy()[:, 0] - y.numpy()[:, 0]) ** 2, axis=1)
print("\nthe loss before the step, from 100000 random starts")
print(f"  smallest {losses.min():.1f}, median {np.median(losses):.1f}, largest {losses.max():.1f}")
print(f"  between 9 and 11: {np.mean((losses > 9) & (losses < 11)):.1%}")
