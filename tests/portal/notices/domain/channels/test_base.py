from portal.notices.domain.channels import ChannelResult, Outcome
from portal.notices.domain.channels.registry import CHANNELS


def test_result_says_nothing_unless_told():
    assert ChannelResult(Outcome.SENT) == ChannelResult(Outcome.SENT, reply="")


def test_every_way_knows_its_channel_and_has_a_consent_of_its_own():
    assert {way.channel for way in CHANNELS.values()} == set(CHANNELS)
    assert len({way.consent for way in CHANNELS.values()}) == len(CHANNELS)
