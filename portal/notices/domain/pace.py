"""When the next notice may go out: at most one an hour, none in quiet hours. Pure; times are aware."""

from datetime import datetime, time, timedelta

from portal.law.dates import BERLIN

AT_MOST_EVERY = timedelta(hours=1)


def next_time(
    now: datetime, *, last_sent: datetime | None, quiet_from: time | None, quiet_until: time | None
) -> datetime:
    """Return the first moment from ``now`` on at which a notice may be sent; ``now`` itself if that is at once."""
    moment = max(now, last_sent + AT_MOST_EVERY) if last_sent else now
    if quiet_from is None or quiet_until is None:
        return moment
    return quiet_end(moment, quiet_from, quiet_until) or moment


def quiet_end(moment: datetime, quiet_from: time, quiet_until: time) -> datetime | None:
    """Return when the quiet hours that hold at this moment end, in local time; None outside of them.

    The clock on the wall counts: when the hour from 2 to 3 comes twice, it is quiet in both, when it is left out, the
    end moves behind it.
    """
    wall = moment.astimezone(BERLIN)
    if not _is_between(wall.time(), quiet_from, quiet_until):
        return None
    ends = (
        datetime.combine(wall.date() + timedelta(days=days), quiet_until, BERLIN).replace(fold=fold)
        for days in (0, 1)
        for fold in (0, 1)
    )
    return next(end for end in ends if end.timestamp() > moment.timestamp())


def _is_between(wall: time, start: time, end: time) -> bool:
    if start <= end:
        return start <= wall < end
    return wall >= start or wall < end
