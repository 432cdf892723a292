"""Run four lines of TensorFlow code, and print the one that moved the weights.

A fifth line, model.fit, is run for comparison. Run it: python which_line.py
"""

import tensorflow as tf

SEED = 1
LINES = [
    "model.compile(optimizer=optimizer, loss='mse')",
    "gradients = tape.gradient(loss, model.trainable_variables)",
    "optimizer.apply_gradients(zip(gradients, model.trainable_variables))",
    "model.evaluate(dataset, verbose=0)",
]
FOR_COMPARISON = "model.fit(dataset, shuffle=False, verbose=0)"

tf.keras.utils.set_random_seed(SEED)
x, y = tf.constant([[1.0]]), tf.constant([[2.0]])
dataset = tf.data.Dataset.from_tensors((x, y))
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((y - model(x)) ** 2)


def moves_weights(line):
    """Run the line, as typed above, and compare the weights before and after."""
    before = [weight.numpy().copy() for weight in model.trainable_variables]
    exec(line, globals())
    return any((b != w.numpy()).any() for b, w in zip(before, model.trainable_variables))


moved = {line: moves_weights(line) for line in LINES}
moved_by_fit = moves_weights(FOR_COMPARISON)

for line, answer in {**moved, FOR_COMPARISON: moved_by_fit}.items():
    print("moves the weights " if answer else "leaves them alone ", line)
print("The line among the four that moves them:")
print(*[line for line, answer in moved.items() if answer], sep="\n")
