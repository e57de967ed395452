"""What the office tells the outside: letters to addresses of its own choice, signed by Standard Webhooks 1.0."""
