"""Mend rebind.py one suspicion at a time, and print the mend that moved the weights.

Run it: nox -s run -- examples/training/rebind_mends.py
"""

import tensorflow as tf

LEARNING_RATE = 0.1

x = tf.constant([[1.0], [2.0], [3.0]])
y = tf.constant([[2.0], [4.0], [6.0]])


def train(make_trainable=False, other_loss=False, x=x, store=False):
    """Return the kernel before and after twenty steps, and the last gradient."""
    tf.keras.utils.set_random_seed(7)
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    if make_trainable:
        for layer in model.layers:
            layer.trainable = True
    if other_loss:
        loss_fn = tf.keras.losses.MeanAbsoluteError()
    else:
        loss_fn = tf.keras.losses.MeanSquaredError()
    optimizer = tf.keras.optimizers.SGD(learning_rate=LEARNING_RATE)
    before = model.trainable_variables[0].numpy().item()
    for step in range(20):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x))
        gradients = tape.gradient(loss, model.trainable_variables)
        if store:
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        else:
            for weight, gradient in zip(model.trainable_variables, gradients):
                weight = weight - LEARNING_RATE * gradient
    return before, model.trainable_variables[0].numpy().item(), gradients[0].numpy().item()


mends = {
    "The model has no trainable variables": dict(make_trainable=True),
    "The loss function is wrong, so the gradients are zero": dict(other_loss=True),
    "The input is a constant, so nothing can change": dict(x=tf.Variable(x)),
    "The new values are never stored in the model's variables": dict(store=True),
}

runs = {"as it was": train(), **{fault: train(**mend) for fault, mend in mends.items()}}
for fault, (before, after, gradient) in runs.items():
    print(f"weight {before:.3f} -> {after:.3f}, last gradient {gradient:7.3f}: {fault}")
print("The weight moved once this was mended:")
print(*[fault for fault in mends if runs[fault][0] != runs[fault][1]], sep="\n")
