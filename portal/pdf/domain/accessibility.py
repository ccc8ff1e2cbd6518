"""WeasyPrint writes PDF/A-3a; the mark that the file is PDF/UA-1 as well has to be added to its XMP metadata.

The mark needs an extension schema, because PDF/A allows only described properties (ISO 19005-3, 6.6.2.3.3).
"""

from typing import Any, Final

_MARK: Final = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA standard</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
_END: Final = b"</rdf:RDF>"


def mark_as_accessible(_document: Any, pdf: Any) -> None:
    """WeasyPrint finisher: add the PDF/UA-1 mark to the metadata stream of the unfinished file."""
    for entry in pdf.objects:
        parts = getattr(entry, "stream", None)
        if parts and any(isinstance(part, bytes) and _END in part for part in parts):
            entry.stream = [
                part.replace(_END, _MARK.encode() + _END) if isinstance(part, bytes) else part for part in parts
            ]
