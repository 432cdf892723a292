"""Change one thing at a time, and print which change alters the loss of the first step.

The data: y = 2x for x from 1 to 4. Run it: nox -s run -- examples/training/what_moves_first_loss.py
"""

import tensorflow as tf

x = tf.constant([[1.0], [2.0], [3.0], [4.0]])
y = 2 * x


def first_loss(optimizer=tf.keras.optimizers.SGD, learning_rate=0.01, seed=1, times=1):
    """Take one step, then return the loss as a quiz program prints it."""
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    optimizer = optimizer(learning_rate=learning_rate)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(x)) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    for _ in range(times):
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return round(float(loss), 3), round(float(tf.reduce_mean((y - model(x)) ** 2)), 3)


changes = {
    "A learning rate ten times as large": dict(learning_rate=0.1),
    "RMSprop in place of SGD": dict(optimizer=tf.keras.optimizers.RMSprop),
    "Applying the gradients twice": dict(times=2),
    "Another seed": dict(seed=2),
}
plain = first_loss()
print(f"as it is: prints {plain[0]}; a new prediction would have {plain[1]}")
results = {change: first_loss(**settings) for change, settings in changes.items()}
for change, (printed, after) in results.items():
    print(f"{change}: prints {printed}; a new prediction would have {after}")
print("What alters the printed loss:")
print(*[change for change in changes if results[change][0] != plain[0]], sep="\n")
