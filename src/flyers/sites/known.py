"""A site in words: its generator, its languages, and the way to its pages' addresses."""

from collections.abc import Mapping

from flyers.core.files import from_here
from flyers.sites.addresses import built_for
from flyers.sites.site import GeneratedSite, Site


def known_of(site: Site | None, generated: GeneratedSite | None) -> Mapping[str, str]:
    """Return what is known of a site, by what it is; only what there is."""
    said = filter(None, (generated.language, *generated.spoken()) if generated else ())
    facts = {
        "generator": f"{generated.generator}, by {from_here(generated.file)}" if generated else "",
        "languages": ", ".join(dict.fromkeys(said)),
        "addresses": _addresses(site, generated) if site or generated else "",
    }
    return {name: value for name, value in facts.items() if value}


def _addresses(site: Site | None, generated: GeneratedSite | None) -> str:
    """Return the way to addresses, from the best that there is."""
    if site is None:
        return 'none yet: add address = "https://…" to [site] in flyers.toml'
    rule = "permalink in flyers.toml" if site.permalink else ""
    if generated and not rule and any(True for _ in generated.rules()):
        rule = f"the rules of {generated.generator}"
    if built := built_for(site):
        return f"proved by the site built in {from_here(built.folder)}"
    places = " or ".join(str(from_here(folder)) for folder in site.built)
    if not rule:
        return f"none until the site is built into {places}; or give --url"
    return f"computed by {rule}; the site built into {places} would prove them"
