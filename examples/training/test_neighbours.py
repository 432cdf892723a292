"""Run the neighbours of the test's programs: small changes, other outputs.

Run it: nox -s run -- examples/training/test_neighbours.py
"""

import tensorflow as tf

SGD = tf.keras.optimizers.SGD
tf.keras.utils.set_random_seed(1)


def show(value, change):
    """Print what a changed program would print."""
    print(f"  {value}: {change}")


print("squared_error.py")
weight, x, answer = 3.0, 2.0, 10.0
show(weight * x - answer, "the difference, not squared")
show(abs(weight * x - answer), "the absolute error")
show(answer**2, "the answer squared, the prediction forgotten")

print("count_weights.py")
for use_bias, units in ((False, 3), (True, 1)):
    layer = tf.keras.layers.Dense(units, use_bias=use_bias)
    layer.build((None, 2))
    show(layer.count_params(), f"Dense({units}, use_bias={use_bias})")
optimizer = SGD(momentum=0.9)
layer = tf.keras.layers.Dense(3)
layer.build((None, 2))
optimizer.build(layer.trainable_variables)
moments = [v for v in optimizer.variables if v.shape.rank]
show(
    layer.count_params() + sum(tf.size(m).numpy().item() for m in moments),
    "the memory of an optimizer with momentum counted too",
)

print("two_examples.py")
x, y = tf.constant([1.0, 2.0]), tf.constant([3.0, 6.0])
for measure, sign, note in (
    (tf.reduce_sum, -1, "the sum of the squares, not their mean"),
    (tf.reduce_mean, +1, "the gradient added, not subtracted"),
    (lambda square: tf.reduce_mean(square) / 2, -1, "half the mean: the 2 of the square forgotten"),
):
    w = tf.Variable(0.0)
    with tf.GradientTape() as tape:
        loss = measure((w * x - y) ** 2)
    show(round((w + sign * 0.1 * tape.gradient(loss, w)).numpy().item(), 2), note)

print("loss_outside.py")
w = tf.Variable(0.0)
with tf.GradientTape(persistent=True) as tape:
    prediction = w * 1.0
    loss = (prediction - 2.0) ** 2
show(tape.gradient(loss, w).numpy().item(), "the loss computed inside the tape")
late = (prediction - 2.0) ** 2
zero = tf.UnconnectedGradients.ZERO
show(
    tape.gradient(late, w, unconnected_gradients=zero).numpy().item(),
    "unconnected_gradients=ZERO asked for",
)
with tf.GradientTape() as tape:
    loss = (w * 1.0 - 2.0) ** 2
tape.gradient(loss, w)
try:
    tape.gradient(loss, w)
except RuntimeError as error:
    show(type(error).__name__, "a tape asked twice without persistent=True")

print("count_updates.py")
data = tf.ones((10, 1))
for batch_size, drop, note in (
    (10, False, "one batch of all ten examples"),
    (1, False, "batches of one example"),
    (4, True, "the last, smaller batch left out"),
):
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer=SGD(learning_rate=0.1), loss="mse", run_eagerly=True)
    batches = tf.data.Dataset.from_tensor_slices((data, data)).batch(batch_size, drop)
    model.fit(batches, epochs=3, shuffle=False, verbose=0)
    show(model.optimizer.iterations.numpy(), note)

print("watch_nothing.py")
for x, note in ((tf.Variable(3.0), "x a variable"), (tf.constant(3.0), "tape.watch(x) first")):
    with tf.GradientTape() as tape:
        if not isinstance(x, tf.Variable):
            tape.watch(x)
        y = x * x
    show(tape.gradient(y, x), note)
show(y, "the value of y, not its slope")
with tf.GradientTape() as tape:
    y = tf.constant(3.0) * tf.constant(3.0)
show(tape.gradient(y, x, unconnected_gradients=zero), "unconnected_gradients=ZERO asked for")

print("two_weights_in_a_row.py")
for order, note in (
    (["a"], "only the first weight updated"),
    (["b"], "only the second weight updated"),
    (["a", "b"], "a updated first, then b with a gradient of its own"),
):
    weights = {"a": tf.Variable(2.0), "b": tf.Variable(3.0)}
    for name in order:
        with tf.GradientTape() as tape:
            loss = (weights["b"] * weights["a"] - 4.0) ** 2
        weights[name].assign_sub(0.1 * tape.gradient(loss, weights[name]))
    show(round((weights["a"] * weights["b"]).numpy().item(), 2), note)
