"""What a lead costs, side by side with a bare bot that makes the same calls and the same commits."""
