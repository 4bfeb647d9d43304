"""`flyers build`: everything that flyers.toml asks for, of many statements; only what has changed.

===========  ===========================================================================
``run``      a request for a build and its result
``memory``   every file of the last build with its time: is there anything to do?
``scope``    the statements of a build, and a job for each of their pieces
``needs``    digests of everything that a piece is made of
``digests``  digests of files, read only if they were touched
``log``      a record of every piece that was made, appended by whoever made it
``plan``     the pieces whose needs are not those in their records
``lock``     one build at a time
``builder``  the work itself: plan, make, log, clean up
``report``   the result in numbers, failures and warnings
``messages`` the same in words
``watch``    `flyers watch`: again after every save
===========  ===========================================================================
"""
