"""Deal a pack into three parts that share no card.

Run it: nox -s run -- examples/overfitting/blank_parts.py
"""

import numpy as np

order = np.random.default_rng(1).permutation(1000)
training = order[:600]
validation = order[__1__]
test = order[__2__]

shared = len(set(training) & set(validation)) + len(set(validation) & set(test))
shared += len(set(training) & set(test))
print(f"{len(training)}, {len(validation)} and {len(test)} cards, {shared} of them in two parts")
