"""Grades to a view, and a view to text."""
