"""A statement fitted into a layout: artwork drawn, text set as large as it goes, the rest cut.

======================  ==================================================================
``compose``             chooses a composition of the layout, has it drawn and filled
``composed``            the result: which pages are made of which artwork and text
``excerpt``             the places at which a text that does not fit may end
``artwork_fit``         draws artwork until its displays fit their places
``artwork``             fills the layout's template and reads its style sheets
``art``                 what one filling of a template depends on
``template_functions``  the functions that a template may call
``piece_copy``          the words of a piece, beside its running text
``dressing``            a layout in a campaign's colours and fonts
``css_values``          the variables that style sheets get: colours, fonts, the printer's edges
``displays``            titles and quotes, set as large as their boxes allow
``titlepieces``         the parts of them between which a line may end
``titlefit``            their line breaks: numbers alone
``letterink``           how far apart their lines stand so that no letters touch
``galley``              the running text, set into frames
``copyfit``             the search for the largest type: numbers alone
``copymodel``           an estimate of a text's height, which leads that search
``overset``             the choices for text that does not fit
======================  ==================================================================
"""
