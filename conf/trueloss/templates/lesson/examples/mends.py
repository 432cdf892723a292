"""Try four mends on a program whose weight stands still, and see which makes it move.

Run it: nox -s run -- examples/template-lesson/mends.py
"""

import tensorflow as tf


def moved(*, rate=0.25, steps=1, start=0.0, applied=False):
    """Tell whether the weight is another after training."""
    weight = tf.Variable(start)
    optimizer = tf.keras.optimizers.SGD(learning_rate=rate)
    for _step in range(steps):
        with tf.GradientTape() as tape:
            loss = (weight - 3.0) ** 2
        gradient = tape.gradient(loss, weight)
        if applied:
            optimizer.apply_gradients([(gradient, weight)])
    return float(weight) != start


mends = {
    "Raise the learning rate": moved(rate=1.25),
    "Take more steps": moved(steps=20),
    "Start from another weight": moved(start=1.0),
    "Apply the gradient": moved(applied=True),
}
for mend, helps in mends.items():
    print(f"{mend}: {'moves' if helps else 'stands still'}")

print(", ".join(mend for mend, helps in mends.items() if helps))
