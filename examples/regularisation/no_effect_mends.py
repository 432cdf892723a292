"""Mend the network of no_effect.py, one suspicion at a time, and see what its weights cost.

Run it: nox -s run -- examples/regularisation/no_effect_mends.py
"""

import tensorflow as tf


def charged(strength=1.0, optimizer="adam", compilations=1, early=False):
    """Build the network with this change; return what its layers add to the loss."""
    tf.keras.utils.set_random_seed(1)
    penalty = tf.keras.regularizers.L2(strength)
    given = {"kernel_regularizer": penalty} if early else {}
    clerks = tf.keras.layers.Dense(64, activation="relu", **given)
    office = tf.keras.Sequential([tf.keras.Input(shape=(64,)), clerks, tf.keras.layers.Dense(10)])
    for layer in office.layers:
        layer.kernel_regularizer = penalty
    for _time in range(compilations):
        office.compile(optimizer=optimizer, loss="mse")
    return float(sum(office.losses))


mends = {
    "The penalty is too weak": dict(strength=1000.0),
    "Adam divides the strength away": dict(optimizer="sgd"),
    "The model has to be compiled again": dict(compilations=2),
    "The layers were already built": dict(early=True),
}
costs = {fault: charged(**mend) for fault, mend in {"as it was": {}, **mends}.items()}
for fault, cost in costs.items():
    print(f"{fault}: the weights cost {cost:.1f}")
print("The weights cost something once this was mended:")
print(max(mends, key=costs.get))
