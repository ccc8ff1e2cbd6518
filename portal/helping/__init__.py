"""Pages of people who help and are helped: who may do what for whom, invitations, begun drafts handed over."""
