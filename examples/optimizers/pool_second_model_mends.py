"""Mend pool_second_model.py one suspicion at a time, and print the mend that works.

Run it: nox -s run -- examples/optimizers/pool_second_model_mends.py
"""

import tensorflow as tf


def second_weight(name=None, shape=(), make=tf.keras.optimizers.Adam, renew=False):
    """Return the second model's weight after one step, or None if there was an error."""
    optimizer = make(learning_rate=0.1)
    for model in ("first", "second"):
        if renew:
            optimizer = make(learning_rate=0.1)
        weight = tf.Variable(tf.ones(shape), name=f"{name}_{model}" if name else None)
        gradient = tf.fill(shape, 2.0)
        try:
            optimizer.apply_gradients([(gradient, weight)])
        except ValueError:
            return None
    return float(tf.reduce_sum(weight))


mends = {
    "Both weights have the same name": dict(name="weight"),
    "The weight has no shape": dict(shape=(1,)),
    "Adam remembers too much: SGD would do": dict(make=tf.keras.optimizers.SGD),
    "The optimizer is the first model's": dict(renew=True),
}

results = {fault: second_weight(**mend) for fault, mend in mends.items()}
for fault, weight in results.items():
    print(f"{'ValueError' if weight is None else f'moved to {weight:.1f}'}: {fault}")
print("The second model trained once this was mended:")
print(*[fault for fault, weight in results.items() if weight is not None], sep="\n")
