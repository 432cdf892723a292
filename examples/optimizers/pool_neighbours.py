"""Run the neighbours of the test's predict-output questions: small changes, other outputs.

Run it: nox -s run -- examples/optimizers/pool_neighbours.py
"""

import tensorflow as tf

SGD, RMSprop, Adam = tf.keras.optimizers.SGD, tf.keras.optimizers.RMSprop, tf.keras.optimizers.Adam


def walk(optimizer, gradients, start=0.0):
    """Return the weight after it has met these gradients; a function is asked for each."""
    weight = tf.Variable(start)
    for gradient in gradients:
        value = gradient(weight) if callable(gradient) else tf.constant(gradient)
        optimizer.apply_gradients([(value, weight)])
    return weight.numpy()


def slope(weight):
    """Return the gradient of weight * weight."""
    return 2 * weight


print("one SGD step on the square of a weight, from 5")
print(f"  rate 0.1:           {walk(SGD(0.1), [slope], 5.0):.1f}")
print(f"  the sign turned:    {walk(SGD(0.1), [lambda w: -2 * w], 5.0):.1f}")
print(f"  gradient always 1:  {walk(SGD(0.1), [1.0], 5.0):.1f}")
print(f"  no step:            {walk(SGD(0.1), [], 5.0):.1f}")
print("many SGD steps on the same loss")
print(f"  rate 1.0, nine:     {walk(SGD(1.0), [slope] * 9, 5.0):.1f}")
print(f"  rate 0.5, ten:      {walk(SGD(0.5), [slope] * 10, 5.0):.1f}")
print(f"  rate 1.1, ten:      {walk(SGD(1.1), [slope] * 10, 5.0):.1f}")
print("what the optimizers bring along")
print(f"  SGD's rate:         {float(SGD().learning_rate):g}")
print(f"  Adam's beta_1:      {Adam().beta_1:g}")
print(f"  Adam's epsilon:     {Adam().epsilon:g}")
print("attempts to set a rate of one")
print(f"  learning_rate=1.0:  {float(SGD(learning_rate=1.0).learning_rate)}")
try:
    SGD().learning_rate(1)
except TypeError as error:
    print(f"  learning_rate(1):   {type(error).__name__}")
print(f"  leaving it out:     {float(SGD().learning_rate):.2f}")
print("a rate changed after the first of two steps, from 0.1 to 0.01")
print(f"  not changed at all: {walk(SGD(0.1, momentum=0.9), [1.0, 1.0]):.3f}")
print(f"  no momentum:        {walk(SGD(0.1), [1.0, 0.1]):.3f}")
print(f"  rate at the end:    {-0.1 * 1.0 - 0.01 * (0.9 * 1.0 + 1.0):.3f}")
print("a gradient of (3, 4), clipped")
for name, options in {"clipvalue=1.0": dict(clipvalue=1.0), "not at all": {}}.items():
    weights = tf.Variable([0.0, 0.0])
    SGD(1.0, **options).apply_gradients([(tf.constant([3.0, 4.0]), weights)])
    print(f"  {name:19} {weights.numpy().round(2).tolist()}")
print(f"  by the sum, 7:      {[round(-3 / 7, 2), round(-4 / 7, 2)]}")
print("one step with gradient 1 and rate 0.1")
print(f"  momentum 0.9:       {walk(SGD(0.1, momentum=0.9), [1.0]):.3f}")
print(f"  two such steps:     {walk(SGD(0.1, momentum=0.9), [1.0, 1.0]):.3f}")
print(f"  momentum * v alone: {0.9 * -0.1:.3f}")
print("a gradient of 1 after many zeros, rate 0.1")
print(f"  Adam, no zeros:     {-walk(Adam(0.1), [1.0]):.3f}")
print(f"  RMSprop:            {-walk(RMSprop(0.1), [0.0] * 9 + [1.0]):.3f}")
print(f"  a tenth, undivided: {0.1 * 0.1 * 1.0:.3f}")
print("a gradient of 1e-08, rate 0.1")
print(f"  Adam, epsilon 0:    {-walk(Adam(0.1, epsilon=0.0), [1e-8]):.2g}")
print(f"  RMSprop:            {-walk(RMSprop(0.1), [1e-8]):.2g}")
print(f"  SGD:                {-walk(SGD(0.1), [1e-8]):.2g}")
