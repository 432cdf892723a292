"""Find the one answer that costs least, for two losses.

Run it: nox -s run -- examples/loss-functions/smallest.py
"""

import tensorflow as tf

rain = tf.constant([1.0, 2.0, 3.0, 4.0, 90.0])  # millimetres on five days


def squared(answer):
    """Return the mean squared error of one answer for all five days."""
    return tf.reduce_mean((rain - answer) ** 2)


def absolute(answer):
    """Return the mean absolute error of one answer for all five days."""
    return tf.reduce_mean(tf.abs(rain - answer))


for loss_of in (squared, absolute):
    answer = tf.Variable(0.0)
    for step in range(200):
        with tf.GradientTape() as tape:
            loss = loss_of(answer)
        answer.assign_sub(0.1 * tape.gradient(loss, answer))
    print(f"{loss_of.__name__}: answer {answer.numpy():.1f}, loss {loss:.1f}")
