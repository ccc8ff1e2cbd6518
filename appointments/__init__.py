"""Appointments: what is offered when, held and agreed times, wishes and invitations, calendars, how a talk went."""
