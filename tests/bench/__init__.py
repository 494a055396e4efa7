"""`make bench`: what the site costs, as multiples of things measured in the same run."""
