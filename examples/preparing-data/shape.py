"""Standardise a lopsided column, and look at what that changes.

scikit-learn's breast cancer data. Skewness is 0 for a column that is alike on both sides.
Run it: nox -s run -- examples/preparing-data/shape.py
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

data, benign = load_breast_cancer(return_X_y=True)


def standardise(values):
    """Return the values with mean 0 and standard deviation 1."""
    return (values - values.mean()) / values.std()


def describe(values):
    """Return four things that one can say of a column."""
    return {
        "The standard deviation of the column": values.std(),
        "The skewness of the column": np.mean(standardise(values) ** 3),
        "The place of the first patient, from the smallest": np.sum(values < values[0]),
        "The correlation with the answers": np.corrcoef(values, benign)[0, 1],
    }


area_error = data[:, 13]
before, after = describe(area_error), describe(standardise(area_error))
logarithm = describe(standardise(np.log(area_error)))
for name in before:
    print(f"{name}: {before[name]:.2f}, then {after[name]:.2f}; logarithm: {logarithm[name]:.2f}")
changed = [name for name in before if not np.isclose(before[name], after[name])]
print("Standardising alone has changed:")
print(*changed, sep="\n")
