"""Measures of parsing, comparing and finding addresses."""
