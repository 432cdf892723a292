"""Start a network of two layers in five ways, and print what moves if it starts at zero.

Run it: nox -s run -- examples/training/all_zero_start.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
STEPS = 100
NAMES = ["hidden kernel", "hidden bias", "output kernel", "output bias"]

x = np.random.default_rng(SEED).normal(size=(64, 3)).astype("float32")
y = x[:, :1] - x[:, 1:2] + 0.5


def train(start, activation="tanh", steps=STEPS):
    """Train from a start; return what moved, the number of different hidden neurons, the loss."""
    tf.keras.utils.set_random_seed(SEED)
    Dense = tf.keras.layers.Dense
    hidden = Dense(4, activation=activation, kernel_initializer=start, name="hidden")
    out = Dense(1, kernel_initializer=start, name="out")
    model = tf.keras.Sequential([tf.keras.Input(shape=(3,)), hidden, out])
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
    before = model.get_weights()

    @tf.function  # compiles the step: the same arithmetic, faster
    def step():
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x) - y) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    for _ in range(steps):
        loss = step()
    both = zip(NAMES, before, model.get_weights())
    moved = [name for name, old, new in both if not np.array_equal(old, new)]
    units = np.unique(hidden.kernel.numpy().round(4), axis=1).shape[1]
    return moved, units, float(loss)


half = tf.keras.initializers.Constant(0.5)
print("moved   different hidden neurons   loss    start and activation")
for name, start, activation, steps in (
    ("random, tanh", "glorot_uniform", "tanh", STEPS),
    ("one half, tanh", half, "tanh", STEPS),
    ("zero, sigmoid, first step", "zeros", "sigmoid", 1),
    ("zero, sigmoid", "zeros", "sigmoid", STEPS),
    ("zero, tanh", "zeros", "tanh", STEPS),
):
    moved, units, loss = train(start, activation, steps)
    print(f"{len(moved)} of 4 {units:23} {loss:10.3f}    {name}")
print(f"answering the mean every time: {np.var(y):.3f}")

answers = {
    "All of them": NAMES,
    "Those of the output layer, kernel and bias": NAMES[2:],
    "Only the bias of the output layer": NAMES[3:],
    "None of them": [],
}
print("What moves from a start at zero, with tanh:")
print(*[answer for answer, names in answers.items() if names == moved], sep="\n")
