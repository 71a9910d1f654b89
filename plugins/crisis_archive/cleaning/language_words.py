"""What shows the language of a short text: its commonest small words, and letters that only it writes.

Small words as frequency lists of these languages have them on top; where one is shared it says the less.
"""

from typing import Final

SMALL_WORDS: Final = {
    "en": "the of and to in that is was for on with as at by from it he his are were has have had not which "
    "be been an this they their would will who said after its but more than about",
    "es": "de la que el en y los del se las por un para con no una su al lo como más pero sus le ya "
    "fue este esta son entre está desde también ha han tras sobre según dijo",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont "
    "a aux avec été cette ont mais ses selon après elle nous vous leur",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
    "werden aus er hat dass sie nach bei einer um am sind noch wie einem über wurde war haben nur oder "
    "vor zum zur einen",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao "
    "das à seu sua ou são pelo pela até isso ele entre depois sem também está disse",
    "it": "di e il la che in un per è una sono non con del si da le dei nel alla più anche come "
    "i al della lo gli delle ma ha dal dalla nella hanno stato dopo questo",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om als ook door "
    "naar bij uit werd maar worden heeft deze hij over tot nog wordt hebben zei",
    "sv": "och i att det som en på är av för med den till inte har de ett om var från men sig vid efter "
    "han kan nu ska sedan även",
    "da": "og i at det som en på er af for med den til ikke har de et om var fra men sig ved efter han kan "
    "nu blev skal også efter siden",
    "nb": "og i at det som en på er av for med den til ikke har de et om var fra men seg ved etter han kan "
    "nå ble skal også etter siden",
    "fi": "ja on ei että se oli hän mutta ovat myös kun tai sen joka mukaan jälkeen kuin sekä jo vain ole",
    "pl": "w i na z do się nie jest o że to przez od po za jak dla oraz są został roku ale już tym który",
    "cs": "v na se že je z do o s pro byl by za po jako ve od ale jsou při které který podle i to ze",
    "sk": "v na sa že je z do o s pre bol by za po ako vo od ale sú pri ktoré ktorý podľa i to zo",
    "hu": "a az és hogy nem egy is volt van meg de ez csak el már szerint még mint akkor lesz után",
    "ro": "de și în a la cu pe o nu din care să este un mai au fost pentru ce că sunt prin după al ale lui",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ne değil ise var olduğu dedi",
    "ca": "de la i el que a en les els un per del una amb és al no es va han dels com més però ha després",
    "gl": "de a o que e do da en un para con non unha os no se na por máis as dos como mais foi ao",
    "af": "die van en in is het dat op te nie vir met was wat aan hy deur ook sal na om as 'n",
    "sh": "u i je na se da su za od s o iz koji što kao će ne a ali bi prema nakon sa",
    "id": "yang dan di dari untuk pada dengan ini itu dalam tidak akan ke adalah oleh telah juga mereka",
}
"""By BCP 47 code, in small letters."""
UNNAMED: Final = frozenset(("gl", "sh", "id"))
"""Languages that are told from others and not from their nearest kin: Galician, Serbo-Croatian, Malay."""

OF_SCRIPT: Final = {
    "greek": ("el",),
    "hebrew": ("he",),
    "thai": ("th",),
    "hangul": ("ko",),
    "kana": ("ja",),
    "han": ("zh",),
    "arabic": ("ar", "fa", "ur"),
    "cyrillic": ("ru", "uk", "be", "bg", "sr", "mk"),
}
"""Languages that news in a script may be in; where it is one, the script tells."""
NEWS_WORDS: Final = {
    "en": "monday tuesday wednesday thursday friday saturday sunday government police people killed nobody",
    "es": "lunes martes miércoles jueves viernes sábado domingo gobierno policía personas nadie río noche",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche gouvernement police personnes personne soir",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag regierung polizei menschen niemand",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira governo polícia pessoas ninguém",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica governo polizia persone nessuno città",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag regering politie mensen niemand stad",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag måndags regeringen polisen människor ingen sade",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag regeringen politiet mennesker ingen siger",
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag regjeringen politiet mennesker ingen sier",
    "fi": "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina poliisi kertoo",
    "pl": "poniedziałek wtorek środę czwartek piątek sobotę niedzielę rząd policja osób nikt podała",
    "cs": "pondělí úterý středu čtvrtek pátek sobotu neděli vláda policie lidí nikdo uvedla",
    "sk": "pondelok utorok stredu štvrtok piatok sobotu nedeľu vláda polícia ľudí nikto uviedla",
    "hu": "hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap kormány rendőrség ember közölte",
    "ro": "luni marți miercuri joi vineri sâmbătă duminică guvernul poliția oameni seara spus",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar günü hükümet polis kişi",
}
"""Days and the words that reports of all kinds use, in small letters."""
_CYRILLIC: Final = "абвгдежзклмнопрстуфхцчш"
_ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقلمنوءآئ"
ALPHABETS: Final = {
    "ru": _CYRILLIC + "йищъыьэюяё",
    "uk": _CYRILLIC + "йищьюяґєії'",
    "be": _CYRILLIC + "йыьэюяёіў'",
    "bg": _CYRILLIC + "йищъьюя",
    "sr": _CYRILLIC + "иђјљњћџ",
    "mk": _CYRILLIC + "иѓѕјљњќџѐѝ",
    "ar": _ARABIC + "كهيىةأإؤ",
    "fa": _ARABIC + "کهیپچژگأؤ",
    "ur": _ARABIC + "کہھیےںپچژگٹڈڑؤأ",
    "es": "áéíóúüñ",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüßéàè",
    "pt": "áâãàçéêíóôõúü",
    "it": "àèéìíîòóùú",
    "nl": "áéëïóöüèê",
    "sv": "åäöéàü",
    "da": "æøåéó",
    "nb": "æøåéóòôê",
    "fi": "äöåšž",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ",
    "tr": "çğıöşüâîû̇",
    "ca": "àçèéíïòóúü·",
    "gl": "áéíóúñüï",
    "af": "áéèêëîïôöûüúŉ",
    "sh": "čšžćđ",
    "id": "é",
}
"""Letters of one language, in small letters; of those written in Latin letters the ones above ASCII."""
TELLING: Final = {
    "ru": "и в не на что с по как это из за от для его был но так она при после также который",
    "bg": "и на да се от за в е че с по са не до при като ще след през още бе",
    "ar": "في من على أن إلى عن هذا التي الذي مع كان بعد قال",
    "fa": "و در به از که این را با است برای آن یک خود شد",
    "ur": "کے کی میں ہے اور سے کا کو نے پر کہ ہیں",
}
"""Small words of languages that share their letters."""
