"""What each component is shown with. A component nobody wrote a sample for fails a test."""

from . import answering, cards, content, frame, listing
from .sample import SAMPLES, Sample

__all__ = ["SAMPLES", "Sample", "answering", "cards", "content", "frame", "listing"]
