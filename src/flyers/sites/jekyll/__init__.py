"""Jekyll: the addresses of a site's posts, documents of collections, and pages.

============ ==============================================================================
module       holds
============ ==============================================================================
site         the site by its configuration, and the path of a page
documents    a file as a post, a document of a collection, or a page
defaults     front matter that the configuration gives files by folder and type
placeholders values of what stands for something in a permalink
tokens       permalinks, and texts as parts of an address
dates        the day of a document in the site's time zone
============ ==============================================================================

The rules are those of jekyllrb.com ("Permalinks", "Collections", "Front Matter Defaults"), held
against what Jekyll itself says: tests/sites/recorded/jekyll.json.
"""

from flyers.sites.jekyll.site import site_of

__all__ = ["site_of"]
