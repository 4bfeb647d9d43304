"""A statement set in a layout: the artwork drawn, the text fitted, what is over cut.

==============  ==========================================================================
``compose``     chooses a composition, and has it drawn and filled
``artroom``     draws the artwork of a composition, as often as it takes
``artwork``     fills its template
``dressing``    a layout in a campaign's colours and faces
``css_values``  what style sheets are told of campaign and printer
``displays``    titles and calls, set as large as they can be
``galley``      running text, set into frames
``copyfit``     the search for the largest type: pure numbers
``copymodel``   how high a text is thought to be, which leads the search
``titlefit``    the same for a title's lines
==============  ==========================================================================
"""
