import uuid

import pytest
from django.urls import reverse

from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory, release

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(client):
    case = CaseFactory()
    actor = claimant_actor(case)
    client.force_login(case.persons.get(user_id=actor.user_id).user)
    return case


def ask(client, *documents):
    return client.get(reverse("documents:states"), {"d": [str(each) for each in documents]})


def test_answer_counts_and_names_nothing(client, case):
    documents = DocumentFactory.create_batch(2, case=case, is_checked=False, name="Lohn.pdf")
    release(documents[0])

    answer = ask(client, *(document.pk for document in documents))

    assert answer.json() == {"busy": 1, "said": "1 Datei ist geprüft."}
    assert answer.headers["Cache-Control"] == "no-store"


def test_answer_says_what_needs_a_look(client, case):
    document = release(DocumentFactory(case=case, is_checked=False), notes=["blurred"])

    assert ask(client, document.pk).json() == {
        "busy": 0,
        "said": "1 Datei ist geprüft. 1 Datei sehen Sie sich bitte noch einmal an.",
    }


def test_files_of_others_are_passed_over_like_unknown_ones(client, case):
    foreign = DocumentFactory()

    assert ask(client, foreign.pk, uuid.uuid4(), "nonsense").json() == {"busy": 0, "said": ""}


@pytest.mark.parametrize("files", [1, 5])
def test_same_number_of_questions_however_many_files(client, case, files, django_assert_max_num_queries):
    documents = DocumentFactory.create_batch(files, case=case, is_checked=False)

    with django_assert_max_num_queries(7):
        ask(client, *(document.pk for document in documents))
