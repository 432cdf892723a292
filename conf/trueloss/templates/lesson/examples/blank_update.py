"""Fill the gap so that the weight finds 3.

Run it: nox -s run -- examples/template-lesson/blank_update.py
"""

weight = 0.0
for step in range(3):
    gradient = 2 * (weight - 3.0)
    weight -= __1__
    print(f"step {step}: now the weight is {weight:.4f}")
