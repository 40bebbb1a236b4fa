"""What is loaded when: the package and the command line stay light until something is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("lxml", "pycountry", "ijson", "requests", "urllib3", "http.client", "rich", "click", "stdnum")


def loaded_after(code: str) -> set[str]:
    """The top names of the modules that a new process has loaded after running some code."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_next_to_nothing() -> None:
    loaded = loaded_after("import sanctionscreen")
    assert not loaded & {*HEAVY, "pydantic", "numpy", "rapidfuzz"}
    assert [name for name in loaded if name.startswith("sanctionscreen.")] == []


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_the_command_line_is_light_until_a_command_runs(argument: str) -> None:
    loaded = loaded_after(
        "from sanctionscreen.cli.main import cli\n"
        f"cli.main([{argument!r}], standalone_mode=False, prog_name='sanctionscreen')"
    )
    assert not loaded & {"lxml", "pycountry", "ijson", "requests", "urllib3", "rich", "numpy", "pydantic"}


def test_screening_loads_no_list_module_no_xml_and_no_http() -> None:
    loaded = loaded_after(
        "import sanctionscreen as ss, tempfile\n"
        "ss.Screener.from_entities([]).screen('Sinno')\n"
        "ss.Screener.open(tempfile.mkdtemp(), lists=['un_sc']).screen('Sinno')\n"
        "ss.Screener.open(tempfile.mkdtemp()).screen('Sinno')"
    )
    assert not loaded & set(HEAVY) - {"click"}
    assert not [name for name in loaded if name.startswith("sanctionscreen.sources.")]
