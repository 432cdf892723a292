"""Find the epoch to go back to.

Run it: nox -s run -- examples/overfitting/blank_best_epoch.py
"""

import numpy as np

history = {
    "loss": np.array([1.97, 1.26, 0.86, 0.61, 0.47, 0.29]),
    "val_loss": np.array([1.71, 0.88, 0.59, 0.62, 0.66, 0.74]),
}
print("training loss:  ", *history["loss"])
print("validation loss:", *history["val_loss"])
epoch = __1__  # epochs count from 1
print(f"go back to epoch {epoch}")
