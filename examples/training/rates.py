"""Train the same weight with six learning rates, ten steps each.

The data: two bags cost six coins, so the best weight is 3.
Run it: nox -s run -- examples/training/rates.py
"""

import tensorflow as tf

START = 0.5
STEPS = 10
RATES = [0.01, 0.1, 0.125, 0.2, 0.25, 0.3]

x, y = 2.0, 6.0

print("rate    weight after 1 step   after 10 steps      loss at the end")
for rate in RATES:
    weight = tf.Variable(START)
    optimizer = tf.keras.optimizers.SGD(learning_rate=rate)
    seen = []
    for step in range(STEPS):
        with tf.GradientTape() as tape:
            loss = (weight * x - y) ** 2
        gradient = tape.gradient(loss, weight)
        optimizer.apply_gradients([(gradient, weight)])
        seen.append(float(weight))
    final_loss = float((weight * x - y) ** 2)
    print(f"{rate:<8}{seen[0]:>19.2f}{seen[-1]:>17.2f}{final_loss:>21.2f}")
