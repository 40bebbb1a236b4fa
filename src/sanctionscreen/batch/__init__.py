"""A whole file or frame of parties in, a row for each hit out."""

from .frames import screen_frame

__all__ = ["screen_frame"]
