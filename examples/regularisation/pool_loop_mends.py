"""Mend the loop of pool_loop.py, one suspicion at a time, and print the sum of squares after it.

Run it: nox -s run -- examples/regularisation/pool_loop_mends.py
"""

import tensorflow as tf
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
x, y = images[:200] / 16, digits[:200]
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def squares(strength=0.1, added=False, optimizer="SGD"):
    """Return the sum of the squared weights after 5 steps, with this change."""
    tf.keras.utils.set_random_seed(1)
    penalty = tf.keras.regularizers.L2(strength)
    bags = tf.keras.layers.Dense(10, kernel_regularizer=penalty)
    office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), bags])
    moves = getattr(tf.keras.optimizers, optimizer)(0.5)
    for _step in range(5):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, office(x))
            if added:
                loss += sum(office.losses)
        gradients = tape.gradient(loss, office.trainable_variables)
        moves.apply_gradients(zip(gradients, office.trainable_variables))
    return float(tf.reduce_sum(bags.kernel**2))


mends = {
    "The strength is too small": dict(strength=10.0),
    "Nobody adds the penalties": dict(added=True),
    "SGD is the wrong optimizer": dict(optimizer="Adam"),
}
sums = {fault: squares(**mend) for fault, mend in {"as it was": {}, **mends}.items()}
for fault, total in sums.items():
    print(f"{fault}: sum of squares {total:.1f}")
print("Smaller than before the training once this was mended:")
print(min(mends, key=sums.get))
