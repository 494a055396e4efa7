"""What the demonstration site says: plain data in French, part of it with its English; no model is imported."""
