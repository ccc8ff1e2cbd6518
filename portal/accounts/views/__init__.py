"""What allauth leaves to the portal: the overview of the account, signing out, answers when a service is away."""
