"""Facts that a file gives of itself: front matter, title, date, people, events."""
