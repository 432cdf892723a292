"""Train a model, and print which of four numbers training left as it was.

Run it: nox -s run -- examples/training/yours_or_learned.py
"""

import tensorflow as tf

SEED = 1
STEPS = 20

tf.keras.utils.set_random_seed(SEED)
x = tf.constant([[1.0], [2.0], [3.0]])
y = tf.constant([[4.0], [7.0], [10.0]])
layer = tf.keras.layers.Dense(1)
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
loss_fn = tf.keras.losses.MeanSquaredError()
optimizer = tf.keras.optimizers.SGD(learning_rate=0.05)

numbers = {
    "The kernel": lambda: layer.kernel.numpy().item(),
    "The bias": lambda: layer.bias.numpy().item(),
    "The learning rate": lambda: float(optimizer.learning_rate),
    "The loss": lambda: float(loss_fn(y, model(x))),
}
before = {name: look() for name, look in numbers.items()}
for step in range(STEPS):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
after = {name: look() for name, look in numbers.items()}

for name in numbers:
    print(f"{name}: {before[name]:.3f} -> {after[name]:.3f}")
print("What training left as it was:")
print(*[name for name in numbers if before[name] == after[name]], sep="\n")
