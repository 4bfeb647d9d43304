"""Abbreviations of several words, and those before a number or a name, by language.

Sources: Duden, "Abkürzungen"; the Imprimerie nationale's Lexique; the Ortografía of the RAE;
Svenska skrivregler; the house rules of the Publications Office of the EU (style-guide.europa.eu).
"""

import re
from functools import lru_cache

# Their parts stand apart and on one line.
_PHRASES = {
    "de": "z. B.|d. h.|u. a.|u. ä.|o. ä.|i. d. R.|v. a.|s. o.|s. u.|z. T.|z. Z.|u. U.|i. A.|i. V."
    "|n. Chr.|v. Chr.|e. V.|u. v. m.|u. a. m.|a. D.|d. J.|o. g.|s. a.|z. Hd.|m. E.|i. S. d.",
    "fr": "p. ex.|c. à d.|av. J.-C.|apr. J.-C.|n. d. l. r.|s. d.",
    "es": "p. ej.|EE. UU.|a. C.|d. C.|S. A.|s. f.|RR. HH.|JJ. OO.|CC. AA.|q. e. p. d.",
    "ca": "p. ex.|a. C.|d. C.|EE. UU.",
    "pt": "p. ex.|a. C.|d. C.|S. A.|V. Ex.",
    "gl": "p. ex.|a. C.|d. C.",
    "it": "p. es.|a. C.|d. C.|S. p. A.|u. s.|c. a.",
    "nl": "d. w. z.|o. a.|m. b. t.|t. a. v.|t. o. v.|n. a. v.|i. p. v.|m. u. v.|v. Chr.|n. Chr.",
    "sv": "t. ex.|bl. a.|d. v. s.|m. m.|o. s. v.|s. k.|p. g. a.|e. Kr.|f. Kr.|o. d.",
    "da": "bl. a.|f. eks.|m. m.|o. l.|f. Kr.|e. Kr.|d. v. s.|m. fl.|p. g. a.",
    "nb": "bl. a.|f. eks.|m. m.|o. l.|f. Kr.|e. Kr.|d. v. s.|m. fl.|p. g. a.",
    "fi": "e. Kr.|j. Kr.|e. a. a.",
    "pl": "m. in.|p. n. e.|n. e.|b. r.|b. m.|s. c.|o. o.|ds. m.",
    "cs": "t. j.|t. r.|n. l.|př. n. l.|s. r. o.|v. r.|m. j.",
    "sk": "t. j.|s. r. o.|n. l.|pr. n. l.|m. j.",
    "hu": "i. sz.|i. e.|s. k.",
    "ru": "т. е.|т. к.|т. д.|т. п.|и др.|н. э.|до н. э.|т. н.|в т. ч.",
    "uk": "т. д.|т. п.|т. зв.|н. е.|до н. е.|т. ч.",
    "bg": "т. е.|т. н.|и др.|н. е.|пр. н. е.",
}
# Before a number.
_NUMBERED = {
    "de": "S.|Bd.|Abs.|Art.|Kap.|Abb.|Tab.|Tel.|ca.|Nr.|Str.|Zi.|Hs.|Ziff.|Pkt.|Ecke|Gleis|Raum"
    "|Haus|Zimmer|Absatz|Punkt",
    "fr": "n°|nº|no|p.|pp.|art.|chap.|fig.|tél.|vol.|ligne|salle|article|page|chapitre|bâtiment",
    "es": "n.º|n.ª|nº|núm.|pág.|págs.|p.|pp.|art.|cap.|fig.|tel.|tfno.|línea|sala|artículo|página"
    "|piso|aula",
    "ca": "núm.|pàg.|art.|cap.|tel.|línia|sala",
    "pt": "n.º|nº|pág.|págs.|p.|art.|cap.|tel.|linha|sala|artigo|página",
    "gl": "n.º|núm.|páx.|art.|tel.|liña|sala",
    "it": "n.|n°|nn.|pag.|pagg.|p.|art.|cap.|fig.|tel.|linea|sala|articolo|pagina|aula",
    "nl": "nr.|blz.|p.|art.|hfst.|tel.|lijn|zaal|artikel|kamer",
    "sv": "nr|nr.|s.|kap.|tel.|linje|sal|rum",
    "da": "nr.|s.|kap.|tlf.|linje|lokale|stk.",
    "nb": "nr.|s.|kap.|tlf.|linje|rom",
    "fi": "nro|s.|luku|puh.|linja|sali",
    "pl": "nr|s.|str.|art.|ul.|tel.|poz.|pkt|ust.|sala|linia",
    "cs": "č.|s.|str.|čl.|tel.|odst.|linka|sál",
    "sk": "č.|s.|str.|čl.|tel.|ods.|linka|sála",
    "ru": "с.|стр.|ст.|п.|д.|кв.|тел.|гл.",
    "uk": "с.|ст.|п.|буд.|кв.|тел.",
}
# Before a name, or in French before the office: M. le maire.
_TITLES = {
    "de": "Hr.|Fr.|Dr.|Prof.|Hrn.",
    "fr": "M.|MM.|Mme|Mmes|Mlle|Me|Dr|Pr|Mgr",
    "es": "Sr.|Sra.|Sres.|Srta.|D.|Dña.|Dr.|Dra.|Prof.|Ing.|Lic.|Ud.",
    "ca": "Sr.|Sra.|Dr.|Dra.",
    "pt": "Sr.|Sra.|Dr.|Dra.|Prof.|Eng.",
    "it": "Sig.|Sig.ra|Dott.|Dr.|Prof.|Avv.|Ing.",
    "nl": "dhr.|mevr.|dr.|prof.|mr.|ir.",
    "pl": "p.|dr|prof.|mgr|inż.|ks.",
    "cs": "p.|Ing.|Mgr.|MUDr.|prof.|dr.",
}
_SIGNS = "§|§§|№|n°|N°|n.º|N.º"


@lru_cache(maxsize=64)
def patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a language, a BCP 47 tag; each space in what they find is held."""
    name = language.partition("-")[0].lower()
    name = {"no": "nb", "nn": "nb"}.get(name, name)
    found = [rf"(?<!\w)(?:{_either(_SIGNS)}) (?=\d)"]
    if phrases := _PHRASES.get(name):
        found.append(rf"(?<![\w.])(?i:{_either(phrases)})(?!\w)")
    if numbered := _NUMBERED.get(name):
        first = rf"(?<![\w.])(?i:{_either(numbered)}) (?=[\d(+])"
        found.append(first)
    if titles := _TITLES.get(name):
        office = r"|(?:le|la|les) |l[’']" if name == "fr" else ""
        found.append(rf"(?<![\w.])(?:{_either(titles)}) (?=[^\W\d_a-z]{office})")
    return tuple(map(re.compile, found))


def _either(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split("|"), key=len, reverse=True)))
