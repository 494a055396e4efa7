"""Evidence on accessibility: `make a11y` walks the demonstration in a browser and writes docs/accessibilite/."""
