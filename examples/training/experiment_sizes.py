"""Look at what the ten measurements of scikit-learn's diabetes patients are like.

Run it: nox -s run -- examples/training/experiment_sizes.py
"""

from sklearn.datasets import load_diabetes

data = load_diabetes()
for name, column in zip(data.feature_names, data.data.T):
    print(f"{name:<4} from {column.min():6.3f} to {column.max():.3f}, spread {column.std():.4f}")
print(f"answers from {data.target.min():.0f} to {data.target.max():.0f}", end=", ")
print(f"mean {data.target.mean():.0f}, spread {data.target.std():.0f}")
