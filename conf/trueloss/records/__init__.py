"""What pages put out, written down for a reviewer and held against fresh runs."""
