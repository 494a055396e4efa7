"""`/-/composants/`: every component of the site with ordinary and with hostile content, for people and for tests."""
