"""Compute the same losses step by step, and inside a compiled function as `fit` does.

Run it: nox -s run -- examples/loss-functions/eager_or_graph.py
"""

import warnings

import numpy as np
import tensorflow as tf

binary = tf.keras.losses.BinaryCrossentropy()
logits = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
rained, kind = tf.constant([[1.0]]), np.array([2])
one, three = tf.Variable([[-20.0]]), tf.Variable([[2.0, 1.0, 0.0]])
cases = {
    "tf.sigmoid of -20, from_logits=False": (one, lambda: binary(rained, tf.sigmoid(one))),
    "tf.nn.softmax of 2, 1, 0, from_logits=True": (
        three,
        lambda: logits(kind, tf.nn.softmax(three)),
    ),
    "the softmax of Keras": (three, lambda: logits(kind, tf.keras.activations.softmax(three))),
    "the same, hidden from Keras": (
        three,
        lambda: logits(kind, tf.identity(tf.keras.activations.softmax(three))),
    ),
}
for name, (scores, loss_of) in cases.items():
    print(name)
    for way, run in {"step by step": loss_of, "compiled": tf.function(loss_of)}.items():
        with warnings.catch_warnings(record=True) as told, tf.GradientTape() as tape:
            warnings.simplefilter("always")
            loss = run()
        slope = tape.gradient(loss, scores).numpy()[0, -1]
        print(f"  {way}: loss {float(loss):.3f}, slope {slope:.3f}, warnings {len(told)}")
