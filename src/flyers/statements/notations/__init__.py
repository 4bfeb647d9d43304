"""Markdown, HTML and what site generators put into them, made one kind of HTML."""
