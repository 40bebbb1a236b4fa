"""Peak memory of a whole read, what libxml2 holds included, which Python's own count does not see."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATUS = Path("/proc/self/status")
READ = """
import sys
from pathlib import Path
from sanctionscreen.reading import Files, load_source
source = load_source("us_ofac_cons")
form = next(form for form in source.formats if form.name == "advanced")
for entity in form.read(Files(source.key, [Path(sys.argv[1])])):
    pass
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:")))
"""


@pytest.mark.real_lists
@pytest.mark.skipif(not STATUS.is_file(), reason="only Linux tells the peak of one process by itself")
def test_advanced_xml_does_not_grow_with_the_file(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "bench")
    write_repeated = importlib.import_module("repeated").write_repeated
    short = (published / "us_ofac" / "CONS_ADVANCED_2020-03-17.xml").read_bytes()

    def peak(megabytes: int) -> float:
        made = tmp_path / "CONS_ADVANCED.XML"
        write_repeated(made, short, megabytes * 1_000_000)
        done = subprocess.run([sys.executable, "-c", READ, made], capture_output=True, text=True, check=True)
        return int(done.stdout) / 1024

    # The tables of what parties refer to take 0.3 MB for each MB of the file; its tree would take 17.
    assert peak(12) - peak(3) < 6
