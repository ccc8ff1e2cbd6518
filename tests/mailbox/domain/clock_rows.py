"""The delivery clock worked out by hand: sent, place, what is special, notified, last day for an objection.

Every row was worked out by hand before the program ran. N is the day of notification.
Weekdays that help to check: 20 November 2026 is a Friday, 1 January 2027 a Friday, 1 January 2028 a Saturday.
Easter Sunday: 5 April 2026, 28 March 2027, 16 April 2028.
"""

from dataclasses import dataclass

from mailbox.enums import Instruction


@dataclass(frozen=True)
class Row:
    """One calculation; ``sent`` has its zone, ``until`` is None where nobody can object."""

    sent: str
    land: str | None
    notified: str
    until: str | None
    local: tuple[str, ...] = ()
    abroad: bool = False
    instruction: Instruction = Instruction.COMPLETE


MISSING = Instruction.MISSING

ROWS = [
    # ---- the fiction: fourth day after sending, whatever day that is
    # Friday + 4 = Tuesday; same number a month later is Thursday, Christmas Eve, which is no holiday.
    Row("2026-11-20T10:00+01:00", "BY", "2026-11-24", "2026-12-24"),
    # Wednesday + 4 = Sunday: the fiction stays there. 22 December is a Tuesday.
    Row("2026-11-18T10:00+01:00", "BY", "2026-11-22", "2026-12-22"),
    # N = Wednesday the 25th; 25 December Friday is a holiday, 26 a holiday, 27 a Sunday: Monday.
    Row("2026-11-21T10:00+01:00", "BY", "2026-11-25", "2026-12-28"),
    # A day later N = 26; 26 December is the second holiday (and a Saturday), 27 Sunday: the same Monday.
    Row("2026-11-22T10:00+01:00", "BY", "2026-11-26", "2026-12-28"),
    # Again a day later: 27 December is a Sunday: the same Monday.
    Row("2026-11-23T10:00+01:00", "BY", "2026-11-27", "2026-12-28"),
    # N = Saturday 28, not moved; 28 December is a Monday and a working day: nothing moves at all.
    Row("2026-11-24T10:00+01:00", "BY", "2026-11-28", "2026-12-28"),
    # ---- change of the year
    # N = 1 December; 1 January 2027 is New Year's Day, a Friday; Saturday, Sunday: Monday the 4th.
    Row("2026-11-27T10:00+01:00", "HB", "2026-12-01", "2027-01-04"),
    # N = New Year's Eve; 31 January 2027 exists, a Sunday: Monday.
    Row("2026-12-27T10:00+01:00", "NW", "2026-12-31", "2027-02-01"),
    # N = New Year's Day: the fiction is not moved by a holiday either. 1 February is a Monday.
    Row("2026-12-28T10:00+01:00", "NW", "2027-01-01", "2027-02-01"),
    # ---- ends of months
    # N = Sunday 31 January; no 31 February, so the 28th, a Sunday: Monday 1 March.
    Row("2027-01-27T10:00+01:00", "BY", "2027-01-31", "2027-03-01"),
    # N = 28 January: February has a 28th, a Sunday: the same Monday.
    Row("2027-01-24T10:00+01:00", "NI", "2027-01-28", "2027-03-01"),
    # N = 29 January: 2027 is no leap year, the month ends with the 28th: the same Monday.
    Row("2027-01-25T10:00+01:00", "NI", "2027-01-29", "2027-03-01"),
    # N = 29 January 2028: the leap day is there, a Tuesday.
    Row("2028-01-25T10:00+01:00", "SH", "2028-01-29", "2028-02-29"),
    # N = 31 January 2028: the last day of the month is the leap day.
    Row("2028-01-27T10:00+01:00", "SH", "2028-01-31", "2028-02-29"),
    # N = leap day, the last of its month: a month later it is the 29th all the same, not the 31st.
    Row("2028-02-25T10:00+01:00", "SH", "2028-02-29", "2028-03-29"),
    # N = 31 May, a Sunday; June has 30 days, the 30th is a Tuesday.
    Row("2026-05-27T10:00+02:00", "BB", "2026-05-31", "2026-06-30"),
    # Sent on Holy Saturday; N = Wednesday 31 March; April has 30 days, the 30th is a Friday.
    Row("2027-03-27T10:00+01:00", "ST", "2027-03-31", "2027-04-30"),
    # ---- holidays of the whole country that move with Easter, or do not
    # N = 3 March; 3 April 2026 is Good Friday, Saturday, Sunday, Easter Monday the 6th: Tuesday the 7th.
    Row("2026-02-27T10:00+01:00", "HH", "2026-03-03", "2026-04-07"),
    # N = 14 April; 14 May 2026 is Ascension Day, a Thursday: Friday.
    Row("2026-04-10T10:00+02:00", "BE", "2026-04-14", "2026-05-15"),
    # N = Saturday 25 April; 25 May 2026 is Whit Monday: Tuesday.
    Row("2026-04-21T10:00+02:00", "RP", "2026-04-25", "2026-05-26"),
    # N = 1 April; 1 May 2026 is a Friday: Monday the 4th.
    Row("2026-03-28T10:00+01:00", "TH", "2026-04-01", "2026-05-04"),
    # N = Sunday 3 September; 3 October 2028 is a Tuesday, a holiday also where the Land is not known.
    Row("2028-08-30T10:00+02:00", None, "2028-09-03", "2028-10-04"),
    # ---- holidays of some Länder only
    # N = 6 December; 6 January 2027 is a Wednesday: Epiphany is a holiday in Baden-Württemberg,
    Row("2026-12-02T10:00+01:00", "BW", "2026-12-06", "2027-01-07"),
    # not in Hessen,
    Row("2026-12-02T10:00+01:00", "HE", "2026-12-06", "2027-01-06"),
    # and who knows no Land shows the earlier day.
    Row("2026-12-02T10:00+01:00", None, "2026-12-06", "2027-01-06"),
    # N = 8 February; 8 March 2027 is a Monday: Women's Day in Berlin,
    Row("2027-02-04T10:00+01:00", "BE", "2027-02-08", "2027-03-09"),
    # and in Mecklenburg-Vorpommern,
    Row("2027-02-04T10:00+01:00", "MV", "2027-02-08", "2027-03-09"),
    # not in Brandenburg around it.
    Row("2027-02-04T10:00+01:00", "BB", "2027-02-08", "2027-03-08"),
    # N = 4 May; 4 June 2026 is Corpus Christi, a Thursday, in Nordrhein-Westfalen,
    Row("2026-04-30T10:00+02:00", "NW", "2026-05-04", "2026-06-05"),
    # in Sachsen only in some municipalities: not without a word of the office,
    Row("2026-04-30T10:00+02:00", "SN", "2026-05-04", "2026-06-04"),
    # with it, it is.
    Row("2026-04-30T10:00+02:00", "SN", "2026-05-04", "2026-06-05", local=("2026-06-04",)),
    # N = Saturday 15 July; 15 August 2028 is a Tuesday: the Assumption is a holiday in all of Saarland,
    Row("2028-07-11T10:00+02:00", "SL", "2028-07-15", "2028-08-16"),
    # in Bayern not as such,
    Row("2028-07-11T10:00+02:00", "BY", "2028-07-15", "2028-08-15"),
    # but where the municipality is mostly Catholic.
    Row("2028-07-11T10:00+02:00", "BY", "2028-07-15", "2028-08-16", local=("2028-08-15",)),
    # A local holiday is of no use where not even the Land is known: the earliest day.
    Row("2028-07-11T10:00+02:00", None, "2028-07-15", "2028-08-15", local=("2028-08-15",)),
    # Augsburg's own holiday on 8 August 2028, a Tuesday: local, too. N = Saturday 8 July.
    Row("2028-07-04T10:00+02:00", "BY", "2028-07-08", "2028-08-09", local=("2028-08-08",)),
    # N = Friday 20 August; 20 September 2027 is a Monday: World Children's Day in Thüringen.
    Row("2027-08-16T10:00+02:00", "TH", "2027-08-20", "2027-09-21"),
    # N = Sunday 18 October; 18 November 2026 is the Wednesday before the 23rd: Buß- und Bettag in Sachsen,
    Row("2026-10-14T10:00+02:00", "SN", "2026-10-18", "2026-11-19"),
    # nowhere else.
    Row("2026-10-14T10:00+02:00", "ST", "2026-10-18", "2026-11-18"),
    # N = Friday 1 October; 1 November 2027 is a Monday: All Saints' Day in Bayern,
    Row("2027-09-27T10:00+02:00", "BY", "2027-10-01", "2027-11-02"),
    # so the earliest day of all Länder is that Monday.
    Row("2027-09-27T10:00+02:00", None, "2027-10-01", "2027-11-01"),
    # N = 8 April 2025; 8 May 2025 was a holiday once, in Berlin: 80 years since the end of the war.
    Row("2025-04-04T10:00+02:00", "BE", "2025-04-08", "2025-05-09"),
    # ---- three months abroad
    # N = 24 November; 24 February 2027 is a Wednesday.
    Row("2026-11-20T10:00+01:00", "BY", "2026-11-24", "2027-02-24", abroad=True),
    # N = 30 November; February ends with Sunday the 28th: Monday.
    Row("2026-11-26T10:00+01:00", "BY", "2026-11-30", "2027-03-01", abroad=True),
    # N = 31 July 2028; 31 October is a Tuesday and Reformation Day in Brandenburg; 1 November is a working day there.
    Row("2028-07-27T10:00+02:00", "BB", "2028-07-31", "2028-11-01", abroad=True),
    # ---- one year, where the instruction is missing
    # N = 24 November 2026; a year later it is a Wednesday.
    Row("2026-11-20T10:00+01:00", "BY", "2026-11-24", "2027-11-24", instruction=MISSING),
    # The year is longer than the three months: it stays at a year abroad.
    Row("2026-11-20T10:00+01:00", "BY", "2026-11-24", "2027-11-24", abroad=True, instruction=MISSING),
    # N = leap day 2028; 2029 has none: the month ends with the 28th, a Wednesday.
    Row("2028-02-25T10:00+01:00", "BY", "2028-02-29", "2029-02-28", instruction=MISSING),
    # N = Christmas Day; 25 December 2027 is a Saturday and a holiday, 26 a Sunday: Monday.
    Row("2026-12-21T10:00+01:00", "BY", "2026-12-25", "2027-12-27", instruction=MISSING),
    # A letter that decides nothing: nobody can object.
    Row("2026-11-20T10:00+01:00", "BY", "2026-11-24", None, instruction=Instruction.NONE),
    # ---- the day in Germany counts
    # 23:30 UTC on Thursday is 00:30 on Friday the 20th in winter.
    Row("2026-11-19T23:30+00:00", "BY", "2026-11-24", "2026-12-24"),
    # The last second of Friday in Germany,
    Row("2026-11-20T22:59:59+00:00", "BY", "2026-11-24", "2026-12-24"),
    # and the first of Saturday: four days later the 25th, and Christmas in between.
    Row("2026-11-20T23:00+00:00", "BY", "2026-11-25", "2026-12-28"),
    # In summer the day begins at 22:00 UTC: 1 July, N = Sunday the 5th; 5 August 2026 is a Wednesday.
    Row("2026-06-30T22:00+00:00", "BY", "2026-07-05", "2026-08-05"),
    # From New York on Friday evening: it is Saturday 01:00 here.
    Row("2026-11-20T19:00-05:00", "BY", "2026-11-25", "2026-12-28"),
    # New Year's night: 00:30 on 1 January 2027 here. N = 5 January; 5 February is a Friday.
    Row("2026-12-31T23:30+00:00", "BW", "2027-01-05", "2027-02-05"),
    # The night the clocks go back, 02:30 for the first time: N = 29 October; 29 November 2026 is a Sunday.
    Row("2026-10-25T00:30+00:00", "BE", "2026-10-29", "2026-11-30"),
    # The same 02:30 an hour later: the same days.
    Row("2026-10-25T01:30+00:00", "BE", "2026-10-29", "2026-11-30"),
    # The night they go forward, the second before: N = 1 April 2027 by days, not by 96 hours; 1 May is a Saturday.
    Row("2027-03-28T00:59:59+00:00", "SL", "2027-04-01", "2027-05-03"),
    # The hour that is left out: 23:30 the evening before is still 27 March: N = 31 March, 30 April.
    Row("2027-03-27T22:30+00:00", "SL", "2027-03-31", "2027-04-30"),
]
