"""Text fitted into designs.

================  ===========================================================================
``engine``        sets HTML into pages: the only import of weasyprint
``layout``        a design as a value; ``layout_file`` reads it, ``layouts`` finds it by name
``start_layout``  `flyers layouts new`
``templates``     fills templates, which may come from strangers
``fit``           a statement fitted into a layout
``tagging``       tags of set pages, for screen readers
``home_slug``     the line at the foot of a sheet that is printed at home
``paperwork``     tickets, covers of packets, an event's page
================  ===========================================================================
"""
