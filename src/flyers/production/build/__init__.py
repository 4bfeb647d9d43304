"""`flyers build`: everything that flyers.toml asks for, of many statements; only what is stale.

==============  ==========================================================================
``untouched``   whether anything was touched since the last build: a look at every file
``asked``       the statements, and a job for each of their pieces
``needs``       what a piece is made of, as digests
``log``         a line for every piece that was made, by whoever made it
``plan``        the pieces whose needs are not those that their line has
``turn``        one build at a time
``work``        all of it, one after the other
``watching``    `flyers watch`: again after every save
==============  ==========================================================================
"""
