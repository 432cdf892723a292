"""Let four in five of 10000 clerks stay at home, and keep the mean.

Run it: nox -s run -- examples/regularisation/blank_dropout.py
"""

import numpy as np

rate = 0.8
loud = np.ones(10_000)
drawn = np.random.default_rng(1).random(10_000)
present = __1__
heard = present * loud / __2__
print(f"silent {np.mean(heard == 0):.1%}, mean {heard.mean():.2f}")
