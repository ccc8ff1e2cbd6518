from applications.catalogue.review_request import FORM


def test_receipt_says_how_far_back_it_reaches():
    said = [str(words) for words in FORM.statements(FORM.read({}))]

    assert "bis zu 4 Jahre zurück. Geld zahlen wir höchstens für 1 Jahr nach." in said[1]
