"""What the demonstration site says: plain data in French, parts of it with English beside it; no model is imported here."""
