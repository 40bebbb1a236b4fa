"""Names as they were typed, but for what stands between the letters."""


def letters_of(name: str) -> str:
    """The letters and digits of a name, whatever stands between them.

    >>> letters_of("Zyxel-Novelty (H.K.)")
    'zyxelnoveltyhk'
    """
    return "".join(character for character in name.casefold() if character.isalnum())
