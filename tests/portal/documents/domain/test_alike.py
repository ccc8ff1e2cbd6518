import uuid

from portal.documents.domain.alike import Like, alike
from portal.documents.models import Document


def document(sha256="", **fields):
    return Document(pk=uuid.uuid4(), sha256=sha256, **fields)


def test_the_same_file_is_named():
    one, two, other = document("a1"), document("a1"), document("b2")

    assert alike(one, [one, two, other], []) == [Like(two, is_same_file=True)]


def test_the_same_pages_are_named_with_their_numbers():
    one, two, unsent = document("a1"), document("b2"), document("c3")

    assert alike(one, [one, two], [(two.pk, (1, 4)), (unsent.pk, (2,))]) == [
        Like(two, is_same_file=False, pages=(1, 4))
    ]


def test_restricted_documents_are_compared_with_nobodys():
    closed, one = document("a1", is_restricted=True), document("a1")

    assert (alike(closed, [one], []), alike(one, [closed], [(closed.pk, (1,))])) == ([], [])


def test_joined_documents_without_a_file_of_their_own_are_not_the_same():
    assert alike(document(), [document()], []) == []
