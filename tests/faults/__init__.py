"""`make faults`: what was acknowledged is stored, once; what was not can be sent again."""
