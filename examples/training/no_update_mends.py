"""Mend a model that never learns, one suspicion at a time.

Each run changes one thing in no_update.py and looks at the weight after the
first and after the last step. Run it: nox -s run -- examples/training/no_update_mends.py
"""

import tensorflow as tf

x = tf.constant([[1.0]])
y = tf.constant([[2.0]])


def train(input_layer=False, keras_loss=False, watch=False, apply=False):
    """Return the weight as it was at the first prediction, and after three steps."""
    tf.keras.utils.set_random_seed(1)
    first = [tf.keras.Input(shape=(1,))] if input_layer else []
    model = tf.keras.Sequential([*first, tf.keras.layers.Dense(1)])
    optimizer = tf.keras.optimizers.Adam(learning_rate=0.01)
    start = None
    for step in range(3):
        with tf.GradientTape() as tape:
            if watch:
                tape.watch(x)
            prediction = model(x)
            if keras_loss:
                loss = tf.keras.losses.MeanSquaredError()(y, prediction)
            else:
                loss = tf.reduce_mean((y - prediction) ** 2)
        if start is None:
            start = model.trainable_variables[0].numpy().item()
        gradients = tape.gradient(loss, model.trainable_variables)
        if apply:
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return start, model.trainable_variables[0].numpy().item()


mends = {
    "The model's weights do not exist yet when the tape starts": dict(input_layer=True),
    "The loss is wrong: it should come from tf.keras.losses": dict(keras_loss=True),
    "The tape is used wrongly: tape.watch is missing": dict(watch=True),
    "Nothing applies the gradients to the weights": dict(apply=True),
}

weights = {"as it was": train(), **{fault: train(**mend) for fault, mend in mends.items()}}
for fault, (start, end) in weights.items():
    print(f"{start:.3f} -> {end:.3f}  {fault}")
print("The weight moved once this was mended:")
print(*[fault for fault in mends if weights[fault][0] != weights[fault][1]], sep="\n")
