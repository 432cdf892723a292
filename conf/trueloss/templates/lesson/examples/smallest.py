"""Train one weight on one example, three steps.

Run it: nox -s run -- examples/template-lesson/smallest.py
"""

import tensorflow as tf

LEARNING_RATE = 0.25

weight = tf.Variable(0.0)
optimizer = tf.keras.optimizers.SGD(learning_rate=LEARNING_RATE)

for step in range(3):
    with tf.GradientTape() as tape:
        loss = (weight - 3.0) ** 2
    gradient = tape.gradient(loss, weight)
    optimizer.apply_gradients([(gradient, weight)])
    print(f"step {step}: loss {loss.numpy():.4f}, then the weight is {weight.numpy():.4f}")
