"""Forged, late and foreign answers: each is refused with a plain page, leaves nobody signed in and makes no account."""

import base64
import copy
import datetime

import pytest
import xmlsec
from allauth.socialaccount.models import SocialAccount
from lxml import etree

from ops.mock_bundid import answers
from ops.mock_bundid.questions import SAML
from portal.accounts.domain.bundid_answer import read_answer
from portal.accounts.domain.bundid_connection import ANSWER_PATH, EMAIL, MOST_CHARACTERS
from portal.accounts.enums import TrustLevel
from portal.accounts.errors import AnswerRefused
from portal.accounts.models import User
from tests.factories.bundid import UID, connection, pair

pytestmark = pytest.mark.django_db

DS = "http://www.w3.org/2000/09/xmldsig#"
MINUTES = datetime.timedelta(minutes=1)


@pytest.fixture
def question(bundid, client):
    return bundid.question(client)


@pytest.fixture
def refused(bundid, client, caplog):
    """Delivers a forgery; returns why it was refused, after looking at the page and at what it left behind."""

    def deliver(encoded: str) -> str:
        page = bundid.deliver(client, encoded)
        assert (page.status_code, "_auth_user_id" in client.session) == (403, False)
        assert "Das hat nicht geklappt" in page.content.decode()
        assert "socialaccount_sociallogin" not in client.session
        assert (User.objects.count(), SocialAccount.objects.count()) == (0, 0)
        return reason(caplog)

    return deliver


def reason(caplog) -> str:
    prefix = "sign-in elsewhere refused: "
    return [line for line in caplog.messages if line.startswith(prefix)][-1].removeprefix(prefix)


def assertion_of(response):
    return response.find(f"{{{SAML}}}Assertion")


def first_value(element):
    return next(element.iter(f"{{{SAML}}}AttributeValue"))


def evil_twin(assertion):
    """The same assertion about somebody else, without a signature."""
    twin = copy.deepcopy(assertion)
    twin.set("ID", "_evil")
    twin.remove(twin.find(f"{{{DS}}}Signature"))
    first_value(twin).text = "somebody-else"
    return twin


def test_true_answer_is_read(bundid, question):
    answer = bundid.answer(question, email="erika@example.org")
    read = read_answer(connection(), bundid.sealed(answer))
    assert (read.uid, read.level, read.email) == (UID, TrustLevel.HIGH, "erika@example.org")
    assert (read.in_response_to, read.assertion_id) == (question.id, answer.assertion_id)
    assert read.valid_until - read.proved_at == 5 * MINUTES


def test_answer_for_the_next_key_is_read_while_keys_change(bundid, question):
    both = connection(
        keys=(pair("portal").key, pair("next").key), certificates=(pair("portal").certificate, pair("next").certificate)
    )
    sealed = answers.encode(answers.encrypt(bundid.signed(bundid.answer(question)), pair("next").certificate))
    assert read_answer(both, sealed).uid == UID


def test_answer_signed_with_the_next_key_of_bundid_is_read_while_keys_change(bundid, question):
    signed = answers.sign(answers.build(bundid.answer(question)), pair("bundid-next"))
    both = connection(idp_certificates=(pair("bundid").certificate, pair("bundid-next").certificate))
    assert read_answer(both, bundid.encrypted(signed)).uid == UID


def test_lower_one_of_two_levels_counts(bundid, question):
    answer = bundid.answer(question, level=4)
    attributes = {**answer.attributes, "urn:oid:1.2.40.0.10.2.1.1.261.94": "STORK-QAA-Level-1"}
    sealed = bundid.sealed(bundid.answer(question, level=4, attributes=attributes))
    assert read_answer(connection(), sealed).level == TrustLevel.LOW


def test_wrapped_beside_the_signed_assertion(bundid, question, refused):
    response = bundid.signed(bundid.answer(question))
    assertion = assertion_of(response)
    twin = evil_twin(assertion)
    sealed = answers.encrypt(response, pair("portal").certificate)
    sealed.insert(2, twin)
    assert refused(answers.encode(sealed)) == "wrong_number_of_assertions"


def test_wrapped_inside_of_the_encrypted_part(bundid, question, refused):
    """The signed assertion hides in an Advice of the false one, which takes its place."""
    response = bundid.signed(bundid.answer(question))
    assertion = assertion_of(response)
    twin = evil_twin(assertion)
    response.replace(assertion, twin)
    advice = etree.Element(f"{{{SAML}}}Advice")
    advice.append(assertion)
    twin.find(f"{{{SAML}}}Conditions").addnext(advice)
    assert refused(bundid.encrypted(response)) == "wrong_number_of_assertions"


def test_wrapped_with_the_signature_moved(bundid, question, refused):
    """The false assertion carries the signature of the true one, which lies in its Object."""
    response = bundid.signed(bundid.answer(question))
    assertion = assertion_of(response)
    twin = evil_twin(assertion)
    signature = assertion.find(f"{{{DS}}}Signature")
    response.replace(assertion, twin)
    twin.find(f"{{{SAML}}}Issuer").addnext(signature)
    etree.SubElement(signature, f"{{{DS}}}Object").append(assertion)
    assert refused(bundid.encrypted(response)) == "wrong_number_of_assertions"


def test_unsigned_assertion(bundid, question, refused):
    response = answers.build(bundid.answer(question))
    assert refused(bundid.encrypted(response)) == "no_signed_assertion"


def test_signed_with_a_foreign_key(bundid, question, refused):
    response = answers.sign(answers.build(bundid.answer(question)), pair("stranger"))
    assert refused(bundid.encrypted(response)) == "invalid_signature"


def test_unencrypted(bundid, question, refused):
    response = bundid.signed(bundid.answer(question))
    assert refused(answers.encode(response)) == "no_encrypted_assertion"


def test_weak_encryption_of_the_key(bundid, question, refused):
    response = bundid.signed(bundid.answer(question))
    weak = answers.encrypt(response, pair("portal").certificate, transport=xmlsec.constants.TransformRsaPkcs1)
    assert refused(answers.encode(weak)) == "weak_encryption"


def test_encrypted_for_somebody_else(bundid, question, refused):
    response = bundid.signed(bundid.answer(question))
    foreign = answers.encrypt(response, pair("stranger").certificate)
    assert refused(answers.encode(foreign)) == "unreadable_error"


def test_changed_attribute(bundid, question, refused):
    response = bundid.signed(bundid.answer(question))
    first_value(assertion_of(response)).text = "somebody-else"
    assert refused(bundid.encrypted(response)) == "invalid_signature"


def test_expired(bundid, question, refused):
    late = bundid.answer(question, not_before=-30 * MINUTES, not_after=-10 * MINUTES)
    assert refused(bundid.sealed(late)) == "assertion_expired"


def test_not_yet_valid(bundid, question, refused):
    early = bundid.answer(question, not_before=10 * MINUTES, not_after=20 * MINUTES)
    assert refused(bundid.sealed(early)) == "assertion_too_early"


def test_wrong_audience(bundid, question, refused):
    assert refused(bundid.sealed(bundid.answer(question, audience="https://other.example"))) == "wrong_audience"


def test_without_audience(bundid, question, refused):
    response = answers.build(bundid.answer(question))
    restriction = next(response.iter(f"{{{SAML}}}AudienceRestriction"))
    restriction.getparent().remove(restriction)
    assert refused(bundid.encrypted(answers.sign(response, pair("bundid")))) == "wrong_audience"


def test_wrong_destination(bundid, question, refused):
    assert refused(bundid.sealed(bundid.answer(question, destination="https://other.example/"))) == "wrong_destination"


def test_destination_that_only_begins_like_ours(bundid, question, refused):
    similar = bundid.answer(question, destination=f"{question.answer_url}more")
    assert refused(bundid.sealed(similar)) == "wrong_destination"


def test_without_destination(bundid, question, refused):
    response = bundid.signed(bundid.answer(question))
    del response.attrib["Destination"]
    assert refused(bundid.encrypted(response)) == "wrong_destination"


def test_wrong_recipient(bundid, question, refused):
    foreign = bundid.answer(question, recipient="https://other.example/")
    assert refused(bundid.sealed(foreign)) == "wrong_subjectconfirmation"


def test_recipient_that_only_holds_ours(bundid, question, refused):
    similar = bundid.answer(question, recipient=f"https://other.example/?{question.answer_url}")
    assert refused(bundid.sealed(similar)) == "wrong_recipient"


def test_answers_the_question_of_somebody_else(bundid, client, question, refused):
    assert refused(bundid.sealed(bundid.answer(question, in_response_to="_asked-by-a-stranger"))) == "unknown_question"


def test_response_names_another_question_than_the_signed_part(bundid, question, refused):
    response = bundid.signed(bundid.answer(question, in_response_to="_asked-by-a-stranger"))
    response.set("InResponseTo", question.id)
    assert refused(bundid.encrypted(response)) == "wrong_subjectconfirmation"


def test_nobody_asked(bundid, question, refused):
    """Begun by BundID (IdP-initiated), or by somebody who plants a sign-in of their own."""
    assert refused(bundid.sealed(bundid.answer(question, in_response_to=None))) == "not_asked_for"


def test_shown_twice(bundid, client, question, caplog):
    """Even by a browser whose session, by another tab, still knows the question."""
    sealed = bundid.sealed(bundid.answer(question))
    states = client.session["socialaccount_states"]
    assert bundid.deliver(client, sealed).status_code == 302
    session = client.session
    session["socialaccount_states"] = states
    session.save()
    assert bundid.deliver(client, sealed).status_code == 403
    assert reason(caplog) == "replayed"


def test_second_confirmation_beside_the_true_one(bundid, question, refused):
    response = answers.build(bundid.answer(question))
    confirmation = next(response.iter(f"{{{SAML}}}SubjectConfirmation"))
    confirmation.addnext(copy.deepcopy(confirmation))
    assert refused(bundid.encrypted(answers.sign(response, pair("bundid")))) == "wrong_subjectconfirmation"


def test_without_end(bundid, question, refused):
    response = answers.build(bundid.answer(question))
    del next(response.iter(f"{{{SAML}}}SubjectConfirmationData")).attrib["NotOnOrAfter"]
    assert refused(bundid.encrypted(answers.sign(response, pair("bundid")))) == "without_end"


def test_response_that_names_no_question(bundid, question, refused):
    """What is signed names it, what is not signed leaves it out."""
    response = bundid.signed(bundid.answer(question))
    del response.attrib["InResponseTo"]
    assert refused(bundid.encrypted(response)) == "wrong_inresponseto"


def test_foreign_issuer_with_the_same_identifier(bundid, question, refused):
    assert refused(bundid.sealed(bundid.answer(question, issuer="https://other.example/idp"))) == "wrong_issuer"


def test_comment_in_the_identifier(bundid, question, refused):
    """The signature does not cover comments: some readers see only what stands before one."""
    response = bundid.signed(bundid.answer(question, uid=f"{UID}.evil.example"))
    value = first_value(assertion_of(response))
    value.text = UID
    value.append(etree.Comment("cut here"))
    value[0].tail = ".evil.example"
    assert refused(bundid.encrypted(response)) == "comment_inside"


def test_document_type(bundid, question, refused):
    xml = etree.tostring(bundid.signed(bundid.answer(question)))
    assert refused(encoded(b"<!DOCTYPE x>" + xml)) == "unreadable_dtdforbidden"


def test_external_entity(bundid, question, refused, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("stolen")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode()
    assert refused(encoded(entity + b"<x>&e;</x>")) == "unreadable_dtdforbidden"


def test_entities_that_grow(bundid, question, refused):
    doubled = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{doubled}]><x>&e9;</x>'.encode()
    assert refused(encoded(bomb)) in {"unreadable_dtdforbidden", "unreadable_xmlsyntaxerror"}


def test_oversized(bundid, client, question, refused):
    assert refused("A" * (MOST_CHARACTERS + 4)) == "wrong_size"


def test_larger_than_django_reads(bundid, client, question):
    answer = client.post(ANSWER_PATH, {"SAMLResponse": "A" * (3 * 1024 * 1024)})
    assert (answer.status_code, "Das hat nicht geklappt" in answer.content.decode()) == (413, False)


def test_signed_with_sha1(bundid, question, refused):
    response = answers.sign(
        answers.build(bundid.answer(question)),
        pair("bundid"),
        signature=xmlsec.constants.TransformRsaSha1,
        digest=xmlsec.constants.TransformSha1,
    )
    assert refused(bundid.encrypted(response)) == "deprecated_signature_method"


def test_digest_with_sha1(bundid, question, refused):
    response = answers.sign(
        answers.build(bundid.answer(question)), pair("bundid"), digest=xmlsec.constants.TransformSha1
    )
    assert refused(bundid.encrypted(response)) == "deprecated_digest_method"


def test_garbage_that_is_not_base64(bundid, question, refused):
    assert refused("%%% kein base64 %%%") == "not_base64"


def test_base64_that_is_not_xml(bundid, question, refused):
    assert refused(encoded(b"kein XML")) == "unreadable_xmlsyntaxerror"


def test_xml_that_is_not_an_answer(bundid, question, refused):
    assert refused(encoded(b"<hallo/>")) == "unsupported_saml_version"


def test_nothing_at_all(bundid, question, refused):
    assert refused("") == "wrong_size"


def test_without_identifier(bundid, question, refused):
    assert refused(bundid.sealed(bundid.answer(question, attributes={EMAIL: "a@example.org"}))) == "no_identifier"


def test_two_identifiers(bundid, question, refused):
    response = answers.build(bundid.answer(question))
    value = first_value(response)
    value.addnext(copy.deepcopy(value))
    assert refused(bundid.encrypted(answers.sign(response, pair("bundid")))) == "several_values"


def test_unknown_trust_level(bundid, question, refused):
    response = answers.build(bundid.answer(question))
    next(response.iter(f"{{{SAML}}}AuthnContextClassRef")).text = "urn:very-sure"
    assert refused(bundid.encrypted(answers.sign(response, pair("bundid")))) == "no_trust_level"


def test_all_refusals_of_forgeries_look_the_same(bundid, client):
    """Who sends changed answers again and again learns nothing from the page."""
    unsigned = bundid.encrypted(answers.build(bundid.answer(bundid.question(client))))
    foreign = answers.encode(
        answers.encrypt(bundid.signed(bundid.answer(bundid.question(client))), pair("stranger").certificate)
    )
    pages = {bundid.deliver(client, encoded).content for encoded in (unsigned, foreign)}
    assert len(pages) == 1


def test_person_who_turned_back_gets_a_calm_page(bundid, client, question):
    page = bundid.deliver(client, answers.encode(answers.build_cancelled(bundid.answer(question))))
    assert (page.status_code, "Anmeldung abgebrochen" in page.content.decode()) == (200, True)
    assert "_auth_user_id" not in client.session


def test_refusal_names_its_reason_and_nothing_else(bundid, question):
    with pytest.raises(AnswerRefused) as caught:
        read_answer(connection(), bundid.sealed(bundid.answer(question, issuer="https://other.example/idp")))
    assert (str(caught.value), caught.value.__cause__) == ("wrong_issuer", None)


def encoded(xml: bytes) -> str:
    return base64.b64encode(xml).decode()
