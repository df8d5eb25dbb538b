"""medreview: the annual discussion of a municipal MED committee, from last year's goals to minutes in hand."""

__version__ = "0.1.0"
