"""Hugo: the addresses of a site's pages, by its configuration and its content folders.

============== =========================================================================
module         holds
============== =========================================================================
configuration  all files of the configuration, as one table
languages      languages, and their folders, hosts and prefixes
releases       what versions of Hugo do differently
contentfile    a page's file: its folders, sections, bundle, language
frontmatter    the page's own slug, url and date
permalinks     rules of sections, and their tokens
ownpath        the path that a page's own url gives it
refusals       pages whose address cannot be told
letters        texts as parts of an address
site           the site, which puts these together
============== =========================================================================

The rules are those of gohugo.io ("URL management", "Configure permalinks", "Multilingual mode",
"Page bundles"), held against what Hugo itself says: tests/sites/recorded/hugo.json.
"""

from flyers.sites.hugo.site import site_of

__all__ = ["site_of"]
