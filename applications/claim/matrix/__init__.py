"""The evidence matrix: of every kind of paper what it proves, what does as well, how long it counts, what may be
blacked out, who may open it (domain 2.3–2.6). One line for each; docs/evidence.md is written from it.

Why some are restricted. Health data may be processed only as far as the task needs it (Art. 9(2)(b) GDPR, § 67a(1) and
§ 67b(1) SGB X), and within the office only those may see it who need it (§ 35(1) S.2 SGB I). A certificate is needed
once, by whoever decides about that one need; everybody else works with the answer. So a kind is restricted where (1)
the paper regularly shows health (Art. 4 no. 15 GDPR) or an offence (Art. 10 GDPR), and (2) the case can be worked on
without opening it. By (2) notices of sick pay are not: their amount is needed for every calculation, and they name no
illness. Statements are not either: what shows of health or faith there may be blacked out before they are sent.
"""

from collections.abc import Mapping

from applications.claim.matrix.assets import ASSETS
from applications.claim.matrix.base import Keeps, PaperClass, Per, Span, Words
from applications.claim.matrix.home import HOME
from applications.claim.matrix.identity import IDENTITY
from applications.claim.matrix.income import INCOME
from applications.claim.matrix.needs import NEEDS
from applications.claim.matrix.single_needs import SINGLE_NEEDS
from applications.enums import DocumentClass

__all__ = ["MATRIX", "Keeps", "PaperClass", "Per", "Span", "Words", "is_restricted"]

MATRIX: Mapping[DocumentClass, PaperClass] = IDENTITY | INCOME | ASSETS | HOME | NEEDS | SINGLE_NEEDS


def is_restricted(kind: str) -> bool:
    """Whether only few may open papers of this kind, by the code of the class; False for a code that is unknown."""
    return kind in DocumentClass.values and bool(MATRIX[DocumentClass(kind)].restricted)
