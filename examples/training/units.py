"""Give the same lengths in metres and in centimetres, and compare gradients and weights.

Run it: nox -s run -- examples/training/units.py
"""

import numpy as np
import tensorflow as tf

SEED = 1
PRICE = 3.0  # coins for a metre of cloth

metres = np.random.default_rng(SEED).uniform(0.5, 2.0, 100).astype("float32")
price = PRICE * metres
units = {"metres": metres, "centimetres": 100 * metres}


def falls(learning_rate, length):
    """Return whether 100 updates make the loss smaller."""
    weight = 0.0
    for step in range(100):
        weight -= learning_rate * np.mean(2 * (weight * length - price) * length)
    return np.mean((weight * length - price) ** 2) < np.mean(price**2)


first, safe, best = {}, {}, {}
for unit, length in units.items():
    weight = tf.Variable(0.0)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((weight * length - price) ** 2)
    first[unit] = abs(tape.gradient(loss, weight).numpy())
    best[unit] = (length @ price) / (length @ length)  # where the gradient is 0
    safe[unit] = 1 / np.mean(length**2)  # a larger learning rate makes the loss grow
    assert falls(0.99 * safe[unit], length)
    assert not falls(1.01 * safe[unit], length)
    print(f"{unit}: first gradient {first[unit]:.2f}, best weight {best[unit]:.2f}, ", end="")
    print(f"largest learning rate that works {safe[unit]:.6f}")

factor = first["centimetres"] / first["metres"]
print(f"In centimetres the gradient is {factor:.0f} times as large,")
print(f"the way to go is {best['metres'] / best['centimetres']:.0f} times as short,")
print(f"and the learning rate has to be {safe['metres'] / safe['centimetres']:.0f} times as small.")
readings = {
    "As large": np.isclose(factor, 1),
    "A hundred times as large": np.isclose(factor, 100),
    "A hundred times as small": np.isclose(factor, 1 / 100),
    "Ten thousand times as large": np.isclose(factor, 10_000),
}
print("The gradient in centimetres, next to that in metres:")
print(*[reading for reading, holds in readings.items() if holds], sep="\n")
