"""Statistics for trials: how they are drawn, followed and analysed. Knows no Django and no database.

Every number equals R's, or a published one, in a test. What cannot be worked out is said, never a silent NaN.
"""
