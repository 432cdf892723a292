"""Let a watchman read the validation loss after every epoch, and decide.

Run it: nox -s run -- examples/callbacks-and-saving/watchman.py
"""

PATIENCE = 3

in_the_morning = [0.90, 0.70, 0.80, 0.60, 0.65, 0.70, 0.62, 0.50, 0.75]  # had nobody stopped it
lowest, waited = float("inf"), 0
for epoch, val_loss in enumerate(in_the_morning, start=1):
    if val_loss < lowest:
        lowest, kept, waited = val_loss, epoch, 0  # the best so far: keep a copy
    else:
        waited += 1
    print(f"epoch {epoch}: {val_loss:.2f}, lowest {lowest:.2f}, waited {waited}")
    if waited == PATIENCE:
        break
print(f"stopped after epoch {epoch}, kept the weights of epoch {kept}")
