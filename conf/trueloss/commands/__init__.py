"""What a person runs: each module is a command of ``python -m trueloss``."""
