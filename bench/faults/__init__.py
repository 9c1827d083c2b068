"""What breaks in earnest, done on purpose: processes killed, a database gone, a disk full."""
