"""What is wrong in a file, and how an author is told."""
