"""The writes of the room: a study and its members, its draws, and what is known around it."""
