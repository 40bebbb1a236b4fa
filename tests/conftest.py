"""What all tests share: where the published list files are, if they are here at all."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

# The first example of a test loads the word lists, and machines differ: speed is measured in bench/.
hypothesis.settings.register_profile("without deadline", deadline=None)
hypothesis.settings.load_profile("without deadline")

PUBLISHED = Path(__file__).parents[2] / "shared" / "lists"


@pytest.fixture(scope="session")
def published() -> Path:
    """The folder of published list files; the test is skipped where it is absent."""
    if not PUBLISHED.is_dir():
        pytest.skip("the published list files (shared/lists beside the checkout) are not here")
    return PUBLISHED
