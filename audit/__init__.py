"""What ``nox -s audit`` measures: Lighthouse over one page of each kind, and the weight of each."""
