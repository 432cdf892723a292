"""Put balls on the top of a hill and beside it, and print what the first of them does.

The landscape is (w * w - 1) ** 2: valleys at -1 and 1, a top at 0.
Run it: nox -s run -- examples/training/on_top.py
"""

import tensorflow as tf

STEPS = 200
LEARNING_RATE = 0.05

starts = [0.0, 0.001, -0.001, 1.0]  # on top, a hair to either side, and in a valley
w = tf.Variable(starts)
for step in range(STEPS):
    with tf.GradientTape() as tape:
        loss = (w * w - 1) ** 2
        total = tf.reduce_sum(loss)  # balls stay apart
    gradient = tape.gradient(total, w)
    w.assign_sub(LEARNING_RATE * gradient)
    if step == 0:
        print("first gradients:", gradient.numpy())

ends = w.numpy()
for start, end in zip(starts, ends):
    print(f"from {start:6}: at {end:.3f}, loss {(end * end - 1) ** 2:.3f}")
readings = {
    "In the left valley": ends[0] < -0.5,
    "In the right valley": ends[0] > 0.5,
    "Still on the top": ends[0] == 0,
}
print("Where the ball from the top ends:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
