from types import SimpleNamespace

from portal.pdf.domain.accessibility import mark_as_accessible


def test_mark_is_added_once_to_the_metadata_only():
    metadata = SimpleNamespace(stream=[b"<rdf:RDF>", b"<x/></rdf:RDF>"])
    page = SimpleNamespace(stream=[b"q Q"])

    mark_as_accessible(None, SimpleNamespace(objects=[page, {"Type": "/Page"}, metadata]))

    written = b"".join(metadata.stream)
    assert written.count(b'pdfuaid:part="1"') == 1
    assert written.endswith(b"</rdf:Description></rdf:RDF>")
    assert page.stream == [b"q Q"]
