"""A file of UBL 2.x (OASIS) as records: it is one document, or an envelope with many.

An envelope is streamed document by document. One document is held whole, so its size is bounded. Neither may
declare a document type: UBL has none, and one can carry an entity-expansion attack.
"""

from __future__ import annotations

from collections.abc import Iterator

from sanctionscreen.reading import Files
from sanctionscreen.reading.xml import root_of, stream, whole
from sanctionscreen.shipments.record import Record

from .document import shipment_of

DOCUMENTS = (
    "DespatchAdvice", "Waybill", "BillOfLading", "ForwardingInstructions", "Invoice", "PackingList",
    "CertificateOfOrigin", "ReceiptAdvice", "Order", "CreditNote", "FreightInvoice", "TransportationStatus",
    "ExportCustomsDeclaration", "ImportCustomsDeclaration", "TransitCustomsDeclaration",
)  # fmt: skip
"""The documents that go with goods, by the names of their root elements (UBL 2.0 to 2.4)."""
NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
LARGEST = 64 << 20
"""Bytes of one document; a line of goods takes about two thousand."""


def read_ubl(files: Files) -> Iterator[Record]:
    """The shipments of a file, in order.

    Raises:
        ReadError: it is no UBL, is damaged, declares a document type, or is one document of more than
            ``LARGEST`` bytes.
    """
    name, namespace = root_of(files)
    if name in DOCUMENTS or namespace.startswith(NAMESPACE):
        yield shipment_of(whole(files, LARGEST), f"document {name}")
        return
    number = 0
    for number, document in enumerate(stream(files, name, *DOCUMENTS), start=1):
        yield shipment_of(document, f"document {number} ({document.tag})")
    if not number:
        raise files.error(
            f"this is XML with the root <{name}>, which is no UBL document and holds none of: "
            f"{', '.join(DOCUMENTS)}"
        )
