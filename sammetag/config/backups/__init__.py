"""Backup and restore of the database, each as the role that may do least for it: docs/decisions/0013."""
