"""Cut a training with a schedule every 20 steps, and ask for its last learning rate.

Run it: nox -s run -- examples/callbacks-and-saving/schedule_cut.py
"""

import tensorflow as tf

STEPS, SESSION = 100, 20


def last_rate(state_is_kept):
    """Return the rate of the last step."""
    weight = tf.Variable(1.0)
    schedule = tf.keras.optimizers.schedules.CosineDecay(0.1, STEPS)
    for step in range(STEPS):
        if step % SESSION == 0:  # a new session: make the optimizer again
            counted = step if state_is_kept else 0
            optimizer = tf.keras.optimizers.SGD(learning_rate=schedule)
            optimizer.build([weight])
            optimizer.iterations.assign(counted)
        rate = float(optimizer.learning_rate)
        optimizer.apply([tf.constant(0.0)], [weight])
    return rate


print(f"state kept: {last_rate(state_is_kept=True):.2f}")
print("state lost:")
print(f"{last_rate(state_is_kept=False):.2f}")
