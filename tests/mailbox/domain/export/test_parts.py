import datetime

import pytest

from mailbox.domain.export.contents import Contents, Conversation, FileLine, Post
from mailbox.domain.export.parts import LONGEST, is_long, parts_of

FILE = FileLine(number=1, name="x", pages=1, size=1, sha256="")


def contents(*lengths):
    return Contents(
        reference="",
        made_at=datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC),
        jobcenter="",
        facts=(),
        is_for_office=False,
        is_whole_case=True,
        conversations=tuple(
            Conversation(title=str(n), facts=(), posts=tuple(Post(title=f"{n}.{m}", facts=()) for m in range(length)))
            for n, length in enumerate(lengths)
        ),
        receipts=(),
        files=(FILE,),
    )


def lengths_of(part):
    return [(each.title, len(each.posts)) for each in part.conversations]


@pytest.mark.parametrize("lengths", [(), (0,), (3, LONGEST - 3)])
def test_usual_export_stays_whole(lengths):
    whole = contents(*lengths)

    assert parts_of(whole) == [whole]
    assert not is_long(whole)


def test_long_conversation_goes_on_in_the_next_part():
    parts = parts_of(contents(10, LONGEST, 5))

    assert [lengths_of(part) for part in parts] == [[("0", 10), ("1", LONGEST - 10)], [("1", 10), ("2", 5)]]
    assert [part.part for part in parts] == [1, 2]
    assert [part.files for part in parts] == [(), (FILE,)]


def test_every_entry_is_in_one_part():
    whole = contents(3 * LONGEST + 7)
    parts = parts_of(whole)

    assert [post for part in parts for each in part.conversations for post in each.posts] == list(
        whole.conversations[0].posts
    )
    assert (is_long(whole), len(parts)) == (True, 4)
