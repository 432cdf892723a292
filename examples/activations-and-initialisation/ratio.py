"""Compare the gradients of the first and the last of 30 towers; twenty starts for each chain.

Run it: nox -s run -- examples/activations-and-initialisation/ratio.py
"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

SEED = 0
STARTS, LAMPS, TOWERS = 20, 64, 30
CHAINS = {
    "sigmoid, weights 0.125": (tf.sigmoid, 0.125),
    "tanh, weights 0.125": (tf.tanh, 0.125),
    "ReLU, weights 0.177": (tf.nn.relu, 0.177),
    "ReLU, weights 0.05": (tf.nn.relu, 0.05),
}

images, digits = load_digits(return_X_y=True)
messages = ((images[:100] - images.mean()) / images.std()).astype("float32")

ratios = {}
for name, (activation, spread) in CHAINS.items():
    rng = np.random.default_rng(SEED)
    shape = (TOWERS, STARTS, LAMPS, LAMPS)
    kernels = tf.unstack(tf.constant(rng.normal(0, spread, shape), "float32"))
    last = tf.constant(rng.normal(0, 0.164, (STARTS, LAMPS, 10)), "float32")
    with tf.GradientTape() as tape:
        tape.watch(kernels)
        lamps = tf.constant(messages)
        for kernel in kernels:
            lamps = activation(lamps @ kernel)
        answers = np.tile(digits[:100], (STARTS, 1))
        loss = tf.reduce_sum(tf.nn.sparse_softmax_cross_entropy_with_logits(answers, lamps @ last))
    first, end = tape.gradient(loss, [kernels[0], kernels[-1]])
    sizes = [np.linalg.norm(np.float64(gradient), axis=(1, 2)) for gradient in (first, end)]
    ratio = sizes[0] / sizes[1]
    ratios[name] = np.median(ratio)
    largest = sizes[0].max() / 100  # the loss is a mean over 100 messages
    print(f"{name}: first / last {ratios[name]:.1e}, ", end="")
    print(f"from {np.min(ratio):.1e} to {np.max(ratio):.1e}; largest first gradient {largest:.0e}")
print("First / last, for ReLU with weights of 0.05, is nearest to:")
options = {"1e-17": 1e-17, "1e-6": 1e-6, "1": 1.0, "1e6": 1e6}
print(min(options, key=lambda text: abs(np.log(options[text] / ratios["ReLU, weights 0.05"]))))
