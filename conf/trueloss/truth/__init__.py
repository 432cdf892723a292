"""What pages say, held against what programs printed."""
