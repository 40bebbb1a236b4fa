"""A shipment to a whole answer: its parties, goods and route, and what they add up to."""

from .answering import Shipments
from .policy import Policy
from .roles import role_of, roles

__all__ = ["Policy", "Shipments", "role_of", "roles"]
