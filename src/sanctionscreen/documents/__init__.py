"""What the fields of shipping documents hold: parties in text. Knows no list."""

from .found import FoundParty, OtherName, Part, PartiesFound, Step
from .parties import parties_in

__all__ = ["FoundParty", "OtherName", "Part", "PartiesFound", "Step", "parties_in"]
