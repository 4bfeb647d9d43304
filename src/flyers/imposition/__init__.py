"""Imposition: pages on sheets. Numbers only, but for run.py, inputs.py and from_pdfs.py.

A scheme (schemes/) lays pages out on leaves, and packing/ fills a gang run; planning.py
and assembly/ put the leaves on paper, with backs and marks. format_pieces.py does the
same for the pieces of a format. run.py answers `flyers impose`.
"""
