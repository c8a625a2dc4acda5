"""Who did what when; and which reactions follow an event. Lines are added, never changed."""
