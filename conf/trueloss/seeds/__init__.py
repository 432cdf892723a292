"""What the pages of the course print with other seeds."""
