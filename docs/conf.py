"""How the docs are built: Markdown by MyST, reference from the docstrings."""

from importlib import metadata

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
