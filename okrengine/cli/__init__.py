"""The commands of `okr`. The only room that prints and exits."""
