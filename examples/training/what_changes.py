"""Measure four things before and after training, and print the one that changed.

The data: one to four bags at three coins a bag.
Run it: nox -s run -- examples/training/what_changes.py
"""

import tensorflow as tf

SEED = 1
LEARNING_RATE = 0.05
STEPS = 30

x = tf.Variable([[1.0], [2.0], [3.0], [4.0]])  # a variable, so that it could change
y = tf.constant([[3.0], [6.0], [9.0], [12.0]])

tf.keras.utils.set_random_seed(SEED)
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(learning_rate=LEARNING_RATE)


def average_distance(a, b):
    """Return the mean absolute difference."""
    return tf.reduce_mean(tf.abs(a - b)).numpy().item()


measures = {
    "To bring its predictions closer to the known answers": lambda: average_distance(model(x), y),
    "To give the model more weights": lambda: model.count_params(),
    "To need fewer multiplications for a prediction": lambda: model.layers[0].kernel.numpy().size,
    "To bring the inputs closer to the known answers": lambda: average_distance(x, y),
}

before = {goal: measure() for goal, measure in measures.items()}
for step in range(STEPS):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(x)) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
after = {goal: measure() for goal, measure in measures.items()}

for goal in measures:
    print(f"{goal}: {before[goal]:.3g} -> {after[goal]:.3g}")
changed = [goal for goal in measures if after[goal] != before[goal]]
print("What changed:")
print(*changed, sep="\n")
