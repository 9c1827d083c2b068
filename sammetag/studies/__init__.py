"""Evaluations: what others have printed, and whether it adds up."""
