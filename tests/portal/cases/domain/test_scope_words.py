from portal.cases.domain.scope_words import FURTHER, SENTENCES, WORK, scopes_of, sentences
from portal.cases.enums import ALL_SCOPES, Scope


def test_every_scope_has_its_sentence():
    assert set(SENTENCES) == ALL_SCOPES


def test_sentences_stand_from_the_least_to_the_most():
    assert sentences(["send", "upload"]) == ["Unterlagen schicken", "Anträge abschicken"]


def test_bundles_add_up():
    assert scopes_of(["upload", "post"]) == {Scope.UPLOAD, Scope.READ_POSTBOX}


def test_unknown_bundle_allows_nothing():
    assert scopes_of(["everything"]) == frozenset()


def test_upload_alone_includes_no_reading():
    assert scopes_of(["upload"]) == {Scope.UPLOAD}


def test_bundles_offer_all_but_the_own_part():
    assert scopes_of([bundle.key for bundle in (*WORK, *FURTHER)]) == ALL_SCOPES - {Scope.OWN_PART}
