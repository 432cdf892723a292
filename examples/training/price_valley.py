"""Measure the loss over a grid of weights and biases, and follow three trainings across it.

The data: one to four bags at three coins a bag, and two coins for the delivery.
Run it: nox -s run -- examples/training/price_valley.py
"""

import numpy as np
import tensorflow as tf

STEPS = 120
LEARNING_RATE = 0.08
STARTS = {"start 1": (-1.0, 5.0), "start 2": (5.5, -2.0), "start 3": (0.0, -2.0)}

bags = np.array([1.0, 2.0, 3.0, 4.0])
coins = 3 * bags + 2

weights, biases = np.linspace(-2, 7, 46), np.linspace(-3, 7, 41)
error = weights[None, :, None] * bags + biases[:, None, None] - coins
losses = np.mean(error**2, axis=-1)  # a row for each bias, a column for each weight

paths = {}
for name, (w, b) in STARTS.items():
    weight, bias = tf.Variable(w, dtype="float64"), tf.Variable(b, dtype="float64")
    path = {"weight": [], "bias": [], "loss": []}
    for step in range(STEPS + 1):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((weight * bags + bias - coins) ** 2)
        for column, value in zip(path.values(), (weight, bias, loss)):
            column.append(float(value))
        for variable, gradient in zip((weight, bias), tape.gradient(loss, [weight, bias])):
            variable.assign_sub(LEARNING_RATE * gradient)
    paths[name] = path
    print(f"{name}: weight {path['weight'][-1]:.2f}, bias {path['bias'][-1]:.2f}, ", end="")
    print(f"loss {path['loss'][0]:.2f} -> {path['loss'][-1]:.4f}")
