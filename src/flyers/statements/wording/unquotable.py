"""Signs that a sentence is not for large type: a greeting, a date, a call to click, a weak start.

Words of some twenty languages, since a flyer may be in any; matched without regard to case.
"""

import re

from flyers.statements.wording.dates import MONTH

_FAREWELLS = (
    "sincerely|yours (?:truly|faithfully|sincerely)|(?:best|kind|warm) (?:regards|wishes)"
    "|respectfully"
    "|in solidarity|(?:mit )?(?:freundlichen?|besten?|herzlichen?|solidarischen?|viele[n]?"
    "|liebe[n]?) gr(?:ü|ue)(?:ß|ss)e"
    "|hochachtungsvoll|cordialement|bien à vous|bien cordialement|salutations|veuillez agréer"
    "|atentamente|(?:un )?(?:cordial )?saludos?|cordialmente|(?:cordiali|distinti) saluti"
    "|atenciosamente|(?:com os )?(?:melhores )?cumprimentos|met vriendelijke groet|hoogachtend"
    "|med (?:vänlig|vennlig|venlig)e? h[iä]ls(?:en|ning)|z poważaniem|s pozdravem|с уважением"
    "|з повагою"
    "|με εκτίμηση|üdvözlettel|cu (?:stimă|respect)|saygılar|敬具|此致|敬礼|敬禮|謹白"
    "|감사합니다|올림|드림"
    "|مع (?:أطيب )?التحيات|وتفضلوا|بברכה|בברכה|भवदीय|सादर|trân trọng"
)
FAREWELL = re.compile(rf"\A\W*(?:{_FAREWELLS})", re.IGNORECASE)
"""The words that end a letter; what follows them is a signature."""

_GREETING = re.compile(
    r"\A\W*(?:dear|hello|hi|sehr geehrte|liebe[rs]?|hallo|chère?s?|bonjour|estimad[oa]s?"
    r"|querid[oa]s?|hola"
    r"|prezad[oa]s?|car[oaie]|gentil[ei]|beste|geachte|kära|kjære|kære|szanowni|drodzy|vážení"
    r"|уважаем|дорогие"
    r"|шановні|αγαπητ|tisztelt|stimați|sayın|尊敬的|各位|拝啓"
    r"|친애하는|السادة|عزيز|שלום|प्रिय|kính gửi)",
    re.IGNORECASE,
)
_CALL_TO_CLICK = re.compile(
    r"click|tap here|check out|find out more|learn more|thanks to|stay tuned|go to |sign up"
    r"|subscribe|newsletter|download|register|read (?:more"
    r"|the (?:full|whole))|follow us"
    r"|donate|our (?:web ?site|page)|klick|anmeld|herunterlad|weiterlesen|spende|webs(?:e)?ite"
    r"|homepage"
    r"|cliqu|télécharg|inscri(?:vez|ption)|s’abonner|site web|lire la suite|haz clic|pulsa|descarg"
    r"|inscríb"
    r"|suscríb|sitio web|clicca|scarica|iscriv|clique|baixe|inscreva|klik hier|klicka|kliknij|нажм"
    r"|подпи[сш]"
    r"|点击|下载|报名|扫码|關注|关注|クリック|ダウンロード|登録"
    r"|클릭|다운로드|اضغط|انقر|לחצו|क्लिक|nhấn vào|tıkla",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"\+?\d[\d /().–-]{{6,}}|\b\d{{1,2}}[:.h]\d\d\b|\b\d{{4,5}} [^\W\d_]"
    rf"|(?:\d.{{0,3}})?\b(?:{MONTH})\.? \d"
    rf"|\d\.? (?:de |of )?(?:{MONTH})\b|\d+ ?[月日년월일号]|\d+ ?(?:street|st\.|straße|strasse|rue"
    rf"|calle|via)\b",
    re.IGNORECASE,
)
_WEAK_START = re.compile(
    r"(?:however|this|that|these|those|it|they|he|she|but|and|or|so|also|then|thus|therefore"
    r"|moreover|furthermore|for example|for instance|in addition|namely|such|there|here|see"
    r"|if|which|as|because|while|yet|meanwhile|additionally|finally|first|second|third|next"
    r"|note|to start|please|its|their|his|her|who|what|when|where|why|how"
    r"|das (?:ist|sind|war|heißt)|dies(?:e[rsmn]?)?|es|er|sie|aber|und|oder|daher|deshalb|dann"
    r"|dabei|dazu|denn|doch|jedoch|außerdem"
    r"|zudem|dort|hier|wenn|weil|obwohl|während|zum beispiel|bitte|dadurch|darum|damit|trotzdem"
    r"|ce(?:la|s|tte|ci)?|c’est|ils?|elles?|mais|et|ou|donc|ainsi|puis|alors|cependant|toutefois"
    r"|ici|si"
    r"|parce|par exemple|en outre|de plus|merci|est[oaeá]s?|es[oa]s?|él|ell[oa]s?|pero|y|así"
    r"|entonces|además"
    r"|aquí|allí|porque|cuando|por ejemplo|sin embargo|también|questo|questa|ma|però|inoltre"
    r"|quindi|mas|porém"
    r"|isso|isto|ele|ela|também|quando|dit|deze|maar|en|dus|ook|det|den|men|och|og|derfor|därför"
    r"|ale"
    r"|oraz|dlatego|но|и|а|это|эти|он|она|они|однако|поэтому|если|например|также|але|це|вони"
    r"|тому)\b"
    r"|但|因此|所以|然而|而且|如果|这|那|他|她|它|例如|此外|しかし|そして|また|これ|それ|その|この|だから"
    r"|例えば|なお"
    r"|그러나|그리고|하지만|또한|이것|그것|따라서|예를|لكن|ولكن|هذا|هذه"
    r"|אבל|זה|זאת|लेकिन|यह|वह|nhưng|tuy nhiên",
    re.IGNORECASE,
)
CALL = re.compile(
    r"\b(?:we (?:must|need|demand|call|ask|will|can|want)|must|let us|never|should|deserves?"
    r"|is time|belongs? to|for everyone|for all"
    r"|wir (?:fordern|brauchen|wollen|verlangen|müssen)|nous (?:demandons|voulons|exigeons|devons)"
    r"|pedimos|exigimos|queremos|necesitamos|debemos|chiediamo|vogliamo|мы (?:требуем|хотим|просим)"
    r"|we eisen|vi kräver|vi krever|vi kræver|żądamy|chceme|követeljük|cerem|istiyoruz)\b"
    r"|我们(?:要求|需要)|私たちは|우리는|نطالب|אנחנו|हम .{0,12}मांग|chúng tôi (?:yêu cầu|muốn)",
    re.IGNORECASE,
)
"""Words of a demand, which is worth more than a report."""

_UNFIT = re.compile(
    r"https?:|www\.|[()\[\]{}|<>@\ufffc\u2028]|\.\w{2,3}/|\w\.(?:com|org|net|gov|de|fr|es|eu)\b|\d\.\s*$"
)


def is_unfit(sentence: str) -> bool:
    """Return True for what nobody displays: an address, a date, a greeting, a call to click."""
    plain = sentence.replace("\u00a0", " ")
    return any(
        pattern.search(plain) for pattern in (_UNFIT, FAREWELL, _GREETING, _CALL_TO_CLICK, _NUMBERS)
    )


def starts_weakly(sentence: str) -> bool:
    """Return True for a sentence that leans on the one before it."""
    return _WEAK_START.match(sentence) is not None
