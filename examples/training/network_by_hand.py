"""Train a network with a hidden layer three times: in NumPy, with a tape, and with `fit`.

After every step loss, gradients and weights are compared.
Run it: nox -s run -- examples/training/network_by_hand.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
STEPS = 20
LEARNING_RATE = 0.1
HIDDEN = 3

rng = np.random.default_rng(SEED)
x = rng.normal(size=(50, 2))
y = np.sin(x[:, :1]) + 0.5 * x[:, 1:]


def by_hand(u, b, v, c):
    """Return loss and gradients of a tanh layer (u, b) followed by a weighted sum (v, c)."""
    # Forward: inputs -> hidden -> prediction -> loss
    hidden = np.tanh(x @ u + b)
    error = hidden @ v + c - y
    loss = np.mean(error**2)
    # Backward: how the loss changes with each of these, last one first
    d_prediction = 2 * error / len(x)
    d_v, d_c = hidden.T @ d_prediction, d_prediction.sum(axis=0)
    d_hidden = d_prediction @ v.T
    d_sum = d_hidden * (1 - hidden**2)  # the slope of tanh
    d_u, d_b = x.T @ d_sum, d_sum.sum(axis=0)
    return loss, [d_u, d_b, d_v, d_c]


def new_model():
    """Return the same network in Keras; the seed gives it the same start each time."""
    tf.keras.utils.set_random_seed(SEED)
    Dense = tf.keras.layers.Dense
    return tf.keras.Sequential([tf.keras.Input((2,)), Dense(HIDDEN, activation="tanh"), Dense(1)])


def largest_gap(ours, theirs):
    """Return the largest difference between two lists of arrays."""
    return max(np.abs(a - np.asarray(b)).max() for a, b in zip(ours, theirs))


model = new_model()
weights = [weight.numpy().astype("float64") for weight in model.trainable_variables]
optimizer = tf.keras.optimizers.SGD(LEARNING_RATE)
loss_fn = tf.keras.losses.MeanSquaredError()

gaps = []
for step in range(STEPS):
    loss, gradients = by_hand(*weights)
    weights = [w - LEARNING_RATE * g for w, g in zip(weights, gradients)]

    with tf.GradientTape() as tape:
        tape_loss = loss_fn(y, model(x))
    tape_gradients = tape.gradient(tape_loss, model.trainable_variables)
    optimizer.apply_gradients(zip(tape_gradients, model.trainable_variables))

    gap = abs(loss - float(tape_loss)), largest_gap(gradients, tape_gradients)
    gaps.append([*gap, largest_gap(weights, model.get_weights())])
    if step in (0, 1, STEPS - 1):
        print(f"step {step:2}: loss by hand {loss:.6f}, from Keras {tape_loss:.6f}")

fitted = new_model()
fitted.compile(optimizer=tf.keras.optimizers.SGD(LEARNING_RATE), loss="mse")
fitted.fit(tf.data.Dataset.from_tensors((x, y)), epochs=STEPS, shuffle=False, verbose=0)

for name, gap in zip(("losses", "gradients", "weights"), np.max(gaps, axis=0)):
    print(f"{name} by hand and by tape, all {STEPS} steps: less than 1e-6 apart: {gap < 1e-6}")
gap = largest_gap(weights, fitted.get_weights())
print(f"weights by hand and after fit: less than 1e-6 apart: {gap < 1e-6}")
