"""What one can do with interventions. Each action is one transaction: access, rule, change, journal.

`token` comes from the form and becomes the id of what it makes or of its event: a form sent twice is one
thing done once. `version` is that of the intervention when the page was opened; one that has changed since
is refused.
"""
