"""How the docs are built: Markdown by MyST, reference from the docstrings, the catalogue from the lists."""

from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from sphinx.application import Sphinx

from sanctionscreen import Settings, compare
from sanctionscreen.reading import Source, load_source, source_keys
from sanctionscreen.reports.waterfall import render_waterfall

project = "sanctionscreen"
author = "The sanctionscreen maintainers"
release = metadata.version("sanctionscreen")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"sanctionscreen {release}"
exclude_patterns = ["schema"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "undoc-members": False, "exclude-members": "model_config"}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
# Fields called "list" hide the built-in type of that name.
suppress_warnings = ["ref.python"]

WATERFALL = Path(__file__).parent / "waterfall.svg"
EXAMPLE = ("World Jeta HK Logistic Services Co", "World Jetta (H.K.) Logistics Limited", "organization")
CATALOGUE = Path(__file__).parent / "catalogue.md"
OPENING = """# Catalogue of lists

One section for each list that this version reads, from the constants and the manual of its module. "Run on"
is the date of the newest whole published file that the reader of a form was run on. Where there was none, the
form was built from its documented layout alone, and its first real file deserves a look at
`sanctionscreen lists report`.

| list | title | forms, and the whole file that each was run on |
|---|---|---|
"""


def setup(app: Sphinx) -> None:
    """Write the catalogue and the picture of a score before the pages are read."""
    app.connect("builder-inited", write_catalogue)
    app.connect("builder-inited", write_waterfall)


def write_catalogue(_: Sphinx) -> None:
    """The catalogue of all lists, from their SOURCE constants."""
    sources = [load_source(key) for key in source_keys()]
    CATALOGUE.write_text(OPENING + "".join(map(row, sources)) + "".join(map(section, sources)), "utf-8")


def write_waterfall(_: Sphinx) -> None:
    """The picture of the example in ``score.md``."""
    WATERFALL.write_text(render_waterfall(compare(*EXAMPLE), Settings().threshold), "utf-8")


def row(source: Source) -> str:
    """A list in a line of the table."""
    return f"| [`{source.key}`](#{source.key}) | {source.title} | {forms_of(source)} |\n"


def forms_of(source: Source) -> str:
    """Each form with the date of its whole file."""
    return ", ".join(f"{form.name} ({form.whole_file or 'layout only'})" for form in source.formats)


def section(source: Source) -> str:
    """A list's constants and its module's manual."""
    least, most = source.expect_entities
    closed = f"Closed on {source.closed_on}. " if source.closed_on else ""
    files = (
        f"| {form.name} | {form.whole_file or 'never'} | {places(form.urls)} |\n" for form in source.formats
    )
    return f"""
({source.key})=
## {source.key}

{source.title}. {source.publisher}, <{source.page}>. {closed}A whole list has {least:,} to {most:,} entities;
a version is trusted to be the latest for {source.max_age_days} days.

| form | run on | files |
|---|---|---|
{"".join(files)}
```{{eval-rst}}
.. automodule:: sanctionscreen.sources.{source.key}
   :no-members:
   :no-index:
```
"""


def places(urls: Mapping[str, str]) -> str:
    """File names with their addresses."""
    return "<br>".join(f"[{name}]({url})" for name, url in urls.items()) or "your own"
