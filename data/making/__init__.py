"""The made-up company: what its customers say, what its service does, what it sells and shows."""
