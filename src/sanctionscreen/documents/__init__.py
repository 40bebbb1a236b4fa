"""What the fields of shipping documents hold: parties in text. Knows no list."""

from .found import FoundParty, OtherName, PartiesFound, Part, Step
from .parties import parties_in

__all__ = ["FoundParty", "OtherName", "PartiesFound", "Part", "Step", "parties_in"]
