"""`flyers check`: any PDF looked at, judged, and where that is safe put right.

==============  ==========================================================================
``orders``      what was asked for on the command line
``admitting``   what is given as a PDF and is none
``looking``     a file looked at once, with every engine, within bounds
``inspecting``  the whole way from a file to what is to be said of it
``fixing``      what can be put right in a copy
``report``      what is said, for people and for programs
``page``        the same as a web page
==============  ==========================================================================
"""
