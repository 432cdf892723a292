"""Fill in the line that holds back a validation part.

Run it: nox -s run -- examples/overfitting/blank_hold_back.py
"""

import numpy as np

rng = np.random.default_rng(1)
order = rng.permutation(500)
training = order[:400]
validation = __1__
both = len(set(training) & set(validation))
print(f"{len(validation)} validation cards, {both} of them among the training cards")
