"""Quoted words without the punctuation that belongs to the sentence around them."""


def spoken(text: str) -> str:
    """The words without a comma at their end: it is the sentence's that quotes them (`"We go," he said`)."""
    return text.rstrip(", ") or text
