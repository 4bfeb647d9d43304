"""Kits: everything that an event needs of one statement, in one folder and one zip.

===============  ============================================================================
``run``          a request for a kit and its result
``plan``         the lots that are printed for an event, their numbers, and their jobs
``make``         makes the pieces and what goes with them, and puts the folder in its place
``kit``          a kit as it was made
``packet_text``  the words of the event's page and of the covers of packets
``calendar``     the event for people's calendars
``manifest``     the list of all files, with checksums, and the zip
``compare``      the event in every layout, side by side
``messages``     lists of kits, and a finished one, in words
===============  ============================================================================
"""
