"""What a file may hold at most."""

LARGEST = 1024 * 1024
"""Bytes of a file."""

DEEPEST = 32
"""Levels of nesting."""

MOST_VALUES = 50_000
"""Values in a file, keys included."""

LONGEST_VALUE = 65_536
"""Characters of a value."""

LONGEST_KEY = 128
"""Characters of a key."""
