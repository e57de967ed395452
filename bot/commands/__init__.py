"""What the program does when somebody types a command."""
