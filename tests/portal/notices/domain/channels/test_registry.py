from portal.notices.domain.channels.registry import offered, offered_kinds
from portal.notices.enums import Channel, ConsentKind


def test_sms_is_not_offered_without_a_gateway():
    assert Channel.SMS not in [way.channel for way in offered()]
    assert ConsentKind.SMS not in offered_kinds()


def test_e_mail_and_decisions_are_always_offered():
    kinds = offered_kinds()
    assert (kinds[0], kinds[-1]) == (ConsentKind.EMAIL, ConsentKind.ELECTRONIC_DECISIONS)
