"""Confirming once more before something that matters: how long it holds."""

STEP_UP_HOLDS = 10 * 60  # seconds; long enough to fill in a form on a phone, short enough for a forgotten screen
STEP_UP_CODE_TIMEOUT = 15 * 60  # seconds; an e-mail may be slow
STEP_UP_CODE_MAX_ATTEMPTS = 5
STEP_UP_KEEPS_INPUT = 30 * 60  # seconds that what was typed waits for the confirmation
ACCOUNT_REAUTHENTICATION_TIMEOUT = STEP_UP_HOLDS  # allauth's own check, behind ours
