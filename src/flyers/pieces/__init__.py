"""One job to one checked piece."""
