"""`make load`: many residents at once, over real HTTP, on this machine only."""
