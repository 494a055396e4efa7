"""Wagtail's own form page, as its documentation makes it: what the questionnaires are compared with."""
