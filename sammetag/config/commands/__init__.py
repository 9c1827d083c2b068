"""What `sammetag` can do, a module for each noun; each has `add(commands)`, which the command calls.

Imports that need the settings stand inside functions here and nowhere else: the environment comes first.
"""
