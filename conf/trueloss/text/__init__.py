"""What is done with texts and files, whatever they are about."""
