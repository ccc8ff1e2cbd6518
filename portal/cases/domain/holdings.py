"""What this app keeps under keysets besides encrypted fields."""

from portal.cases.models import Case
from portal.cases.models.household_number import household_number_index
from portal.crypto.services import index_holding

HOUSEHOLD_NUMBERS = index_holding(
    column="cases.Case.household_number_index",
    rows=lambda: Case.objects.filter(household_number__isnull=False),
    expected=lambda case: household_number_index(case.household_number),
)
