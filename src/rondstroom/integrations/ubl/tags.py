"""Elements in the namespaces of UBL 2.1."""

from __future__ import annotations

import xml.etree.ElementTree as ET

SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd"
CAC = f"{SCHEMA}:CommonAggregateComponents-2"
CBC = f"{SCHEMA}:CommonBasicComponents-2"
# Signs that XML 1.0 cannot hold are left out.
NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])


def root_of(kind: str) -> ET.Element:
    """Begin an `Invoice` or a `CreditNote`."""
    ET.register_namespace("", f"{SCHEMA}:{kind}-2")
    ET.register_namespace("cac", CAC)
    ET.register_namespace("cbc", CBC)
    return ET.Element(f"{{{SCHEMA}:{kind}-2}}{kind}")


def add(
    parent: ET.Element, namespace: str, name: str, text: str = "", **attributes: str
) -> ET.Element:
    """Add an element; give it back."""
    element = ET.SubElement(parent, f"{{{namespace}}}{name}", attributes)
    if text:
        element.text = text.translate(NOT_IN_XML)
    return element


def put(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    """Add an element that holds a text."""
    add(parent, CBC, name, text, **attributes)


def group(parent: ET.Element, name: str) -> ET.Element:
    """Add an element that holds others; give it back."""
    return add(parent, CAC, name)
