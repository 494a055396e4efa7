"""What sings when somebody reads it, and what a search for it asks."""

CANARY = "Canari4711"
# It finds the canary and, echoed, is not taken for it.
ASKED = "canari"
