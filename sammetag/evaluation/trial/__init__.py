"""A randomised trial from its protocol to its report, worked out from a frozen extract alone."""
