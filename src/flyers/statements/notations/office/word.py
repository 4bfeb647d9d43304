"""Word's documents. The only import of mammoth, which is an extra."""

import re
from io import BytesIO
from typing import Any

from flyers.core.errors import NotTextError
from flyers.statements.notations.office.archive import Archive
from flyers.statements.notations.office.document import OfficeText, picture_name
from flyers.statements.notations.office.properties import title_of

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh > em
p[style-name='Quote'] => blockquote:fresh > p:fresh
p[style-name='Block Text'] => blockquote:fresh > p:fresh
p[style-name='Intense Quote'] => blockquote:fresh > p:fresh
strike => s
"""
"""Beside mammoth's own, by the names that Word keeps in every language."""

_NOTES = re.compile(r'<ol>(?=<li id="(?:foot|end)note-)')


def read(archive: Archive, raw: bytes, source: str) -> OfficeText:
    """Return a document of Word as HTML. Raises NotTextError, without the extra too."""
    try:
        import mammoth
    except ImportError:
        raise NotTextError(
            f"{source} is a Word file, which needs an extra: pip install 'flyers[office]'. Or save"
            " it as OpenDocument (.odt) or as a web page."
        ) from None
    archive.check_all()
    pictures: dict[str, bytes] = {}

    def keep(image: Any) -> dict[str, str]:
        suffix = str(image.content_type or "").rpartition("/")[2].replace("jpeg", "jpg")
        name = picture_name(len(pictures) + 1, suffix.partition("+")[0])
        with image.open() as file:
            pictures[name] = file.read()
        return {"src": name}

    try:
        made = mammoth.convert_to_html(
            BytesIO(raw), style_map=STYLES, convert_image=mammoth.images.img_element(keep)
        )
    except RecursionError:
        raise
    except Exception as error:  # of a damaged file it raises whatever its libraries do
        raise archive.broken() from error
    html = _NOTES.sub('<ol class="footnotes">', made.value)
    return OfficeText(html=html, title=title_of(archive, "docProps/core.xml"), pictures=pictures)
