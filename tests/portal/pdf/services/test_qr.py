from portal.pdf.services import qr_code


def test_picture_is_data_and_differs_by_text():
    one = qr_code("https://example.org/a/")

    assert one.startswith("data:image/svg+xml")
    assert one != qr_code("https://example.org/b/")
