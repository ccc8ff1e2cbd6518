from portal.documents.domain.workshop.codes import Refusal, Refused


def test_refused_says_its_code():
    assert str(Refused(Refusal.TOO_COMPLEX)) == "too_complex"
