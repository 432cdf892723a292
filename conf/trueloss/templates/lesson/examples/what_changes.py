"""Make the four moves of a training step, and watch the weight after each.

Run it: nox -s run -- examples/template-lesson/what_changes.py
"""

import tensorflow as tf

weight = tf.Variable(0.0)
optimizer = tf.keras.optimizers.SGD(learning_rate=0.25)
changed = []


def watch(move, before):
    """Note the move where it has changed the weight."""
    after = float(weight)
    print(f"{move}: {before} -> {after}")
    if after != before:
        changed.append(move)


with tf.GradientTape() as tape:
    prediction = weight * 1.0
    watch("Predicting", 0.0)
    loss = (prediction - 3.0) ** 2
    watch("Measuring the loss", 0.0)
gradient = tape.gradient(loss, weight)
watch("Computing the gradient", 0.0)
optimizer.apply_gradients([(gradient, weight)])
watch("Applying the gradient", 0.0)

print(", ".join(changed))
