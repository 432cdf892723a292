"""Look at the first loss of `Dense(1)` over many random starts, and print what never comes up.

The data: input 1, answer 2. Run it: nox -s run -- examples/training/first_losses.py
"""

import numpy as np
import tensorflow as tf

STARTS = 100_000
SEED = 1
X, Y = 1.0, 2.0

# Dense draws its kernel with GlorotUniform. One call draws all the starting weights;
# for one input and one output the limit is the square root of 6 / (1 + 1).
limit = np.sqrt(6 / (1 + 1))
draw = tf.keras.initializers.RandomUniform(-limit, limit, seed=SEED)
weights = draw((STARTS,)).numpy()
losses = (weights * X - Y) ** 2  # the bias starts at 0

cases = {
    "A loss below 0": losses < 0,
    "A loss below one half": (losses >= 0) & (losses < 0.5),
    "A loss close to 1, from one half to one and a half": (losses >= 0.5) & (losses <= 1.5),
    "A loss above 10": losses > 10,
}
for name, holds in cases.items():
    print(f"{name}: {np.mean(holds):.1%} of the starts")
print(f"smallest {losses.min():.3f}, largest {losses.max():.3f}")
for claimed in (4.0, 1.0, 0.25, 0.0):
    print(f"prints as {claimed} when rounded to three places: {np.sum(losses.round(3) == claimed)}")
print("What never came up:")
print(*[name for name, holds in cases.items() if not holds.any()], sep="\n")
