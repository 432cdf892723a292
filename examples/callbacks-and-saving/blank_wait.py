"""Stop after three epochs in a row without an improvement.

Run it: nox -s run -- examples/callbacks-and-saving/blank_wait.py
"""

losses = [0.9, 1.0, 0.8, 0.9, 0.85, 0.6, 0.7, 0.8, 0.9, 0.5]
lowest, kept, waited = float("inf"), 0, 0
for epoch, loss in enumerate(losses, start=1):
    if loss < lowest:
        __1__
    else:
        waited += 1
    if __2__:
        break

stopped = epoch
print(f"stopped after epoch {stopped}, best epoch {kept}")
