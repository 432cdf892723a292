"""Run the neighbours of a challenge problem: the same five steps with other optimizers.

Run it: nox -s run -- examples/regularisation/challenge_neighbours.py
"""

import tensorflow as tf

kinds = {
    "SGD": tf.keras.optimizers.SGD,
    "AdamW with the strength as its decay": None,
}
for name, kind in kinds.items():
    ends = []
    for strength in (0.01, 1.0):
        weight = tf.Variable(1.0)
        decayed = tf.keras.optimizers.AdamW(0.1, weight_decay=strength)
        optimizer = kind(0.1) if kind else decayed
        optimizer.build([weight])
        for _step in range(5):
            slope = 2 * strength * weight if kind else tf.constant(0.0)
            optimizer.apply_gradients([(slope, weight)])
        ends.append(f"{weight.numpy():.3f}")
    print(f"{name}:", *ends)
weight = tf.Variable(1.0)
optimizer = tf.keras.optimizers.Adam(0.1)
optimizer.build([weight])
optimizer.apply_gradients([(2 * weight, weight)])
print(f"Adam, a single step: {weight.numpy():.3f}")
