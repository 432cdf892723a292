"""Train a model that has a single weight, one step at a time.

Two bags of apples cost six coins. The model multiplies the number of bags by
its weight to predict the price. Run it: nox -s run -- examples/training/smallest.py
"""

import tensorflow as tf

START = 0.5  # the weight before training
LEARNING_RATE = 0.1
STEPS = 5

x = tf.constant([[2.0]])  # input: two bags
y = tf.constant([[6.0]])  # the known answer: six coins

start = tf.keras.initializers.Constant(START)
layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=start)
model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
loss_fn = tf.keras.losses.MeanSquaredError()
optimizer = tf.keras.optimizers.SGD(learning_rate=LEARNING_RATE)

run = {"weight": [], "loss": [], "gradient": []}  # one row a step
for step in range(STEPS):
    weight = layer.kernel.numpy().item()
    with tf.GradientTape() as tape:
        prediction = model(x)
        loss = loss_fn(y, prediction)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

    run["weight"].append(weight)
    run["loss"].append(loss.numpy().item())
    run["gradient"].append(gradients[0].numpy().item())
    guess = prediction.numpy().item()
    print(f"step {step}: weight {weight:.4f}  prediction {guess:.4f}  loss {loss:.4f}")

print(f"after step {step}: weight {layer.kernel.numpy().item():.4f}")
