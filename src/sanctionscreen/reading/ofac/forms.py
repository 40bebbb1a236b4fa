"""The four forms in which OFAC publishes each of its two lists, the richest first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sanctionscreen.reading.source import Format

from .advanced import read_advanced, recognise_advanced
from .enhanced import read_enhanced, recognise_enhanced
from .particulars import EXPORTS, OfacList
from .sdn_csv import read_csv, recognise_csv
from .sdn_xml import read_xml, recognise_xml


def forms_of(ofac: OfacList, whole_files: Mapping[str, str]) -> tuple[Format, ...]:
    """The forms of one of OFAC's lists.

    Args:
        ofac: what is particular to the list.
        whole_files: the date of the newest whole file that the reader of a form was run on, by the
            form's name.
    """
    readers = {
        "advanced": ((ofac.advanced,), recognise_advanced(ofac), read_advanced),
        "enhanced": ((ofac.enhanced,), recognise_enhanced(ofac), read_enhanced),
        "xml": ((ofac.xml,), recognise_xml(ofac), read_xml),
        "csv": (ofac.csv, recognise_csv(ofac), read_csv),
    }
    return tuple(
        Format(
            name=name,
            urls={file: EXPORTS + file for file in files},
            recognise=recognise,
            read=partial(read, ofac=ofac),
            whole_file=whole_files.get(name, ""),
        )
        for name, (files, recognise, read) in readers.items()
    )
