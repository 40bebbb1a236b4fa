"""Answers to readers: one module per output."""
