"""What a standing allows, in sentences for people, and the bundles that are offered to choose from."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from portal.cases.enums import Scope

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# In the order in which they are listed: from the least to the most.
SENTENCES: Final[dict[Scope, "StrPromise"]] = {
    Scope.UPLOAD: _("Unterlagen schicken"),
    Scope.FILL_IN: _("Anträge ausfüllen und sehen, was darin steht"),
    Scope.SEND: _("Anträge abschicken"),
    Scope.READ_POSTBOX: _("Nachrichten im Postfach lesen"),
    Scope.READ_DECISIONS: _("Bescheide lesen und sehen, wie weit das Jobcenter ist"),
    Scope.APPOINTMENTS: _("Termine sehen, machen und absagen"),
    Scope.OWN_PART: _("nur die eigenen Angaben sehen und bestätigen"),
}


class Bundle(Struct, frozen=True):
    """One choice on the page: what it is called, what it means, what it allows."""

    key: str
    label: "StrPromise"
    hint: "StrPromise"
    scopes: frozenset[Scope]


WORK: Final = (
    Bundle(
        "upload",
        _("Nur Unterlagen schicken"),
        _("Sieht nichts von Ihnen, auch keine Unterlagen."),
        frozenset({Scope.UPLOAD}),
    ),
    Bundle(
        "fill_in",
        _("Ausfüllen und Unterlagen schicken"),
        _("Sieht Ihre Angaben und Unterlagen. Absenden müssen Sie selbst."),
        frozenset({Scope.UPLOAD, Scope.FILL_IN}),
    ),
    Bundle(
        "send",
        _("Ausfüllen und absenden"),
        _("Sieht Ihre Angaben und Unterlagen und darf sie für Sie an das Jobcenter schicken."),
        frozenset({Scope.UPLOAD, Scope.FILL_IN, Scope.SEND}),
    ),
)
FURTHER: Final = (
    Bundle(
        "post",
        _("Post lesen"),
        _("Nachrichten und Eingangsbestätigungen in Ihrem Postfach."),
        frozenset({Scope.READ_POSTBOX}),
    ),
    Bundle(
        "decisions",
        _("Bescheide lesen"),
        _("Was das Jobcenter entschieden hat und wie weit es ist."),
        frozenset({Scope.READ_DECISIONS}),
    ),
    Bundle("appointments", _("Termine"), _("Termine sehen, machen und absagen."), frozenset({Scope.APPOINTMENTS})),
)


def sentences(scopes: Collection[str]) -> list[str]:
    """Return what these scopes allow, one short sentence each, the least first."""
    return [str(sentence) for scope, sentence in SENTENCES.items() if scope in scopes]


def scopes_of(keys: Collection[str]) -> frozenset[Scope]:
    """Return what the bundles with these keys allow together; unknown keys allow nothing."""
    chosen = (bundle.scopes for bundle in (*WORK, *FURTHER) if bundle.key in keys)
    return frozenset[Scope]().union(*chosen)
