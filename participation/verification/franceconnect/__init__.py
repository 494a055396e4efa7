"""FranceConnect: a small client of OpenID Connect of our own (docs/franceconnect.md). Off unless configured."""
