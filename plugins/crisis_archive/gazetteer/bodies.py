"""Bodies of states that go by their initials everywhere; written by hand."""

from typing import Final

_BODIES: Final = """
United Nations: UN, U.N.
European Union: EU, E.U.
North Atlantic Treaty Organization: NATO, North Atlantic Treaty Organisation, North Atlantic Alliance
Organization of American States: OAS, Organisation of American States
Organization for Security and Cooperation in Europe: OSCE
Organization of the Petroleum Exporting Countries: OPEC
Organisation for Economic Co-operation and Development: OECD
African Union: AU, A.U.
Association of Southeast Asian Nations: ASEAN
International Monetary Fund: IMF
World Health Organization: WHO, World Health Organisation
World Trade Organization: WTO, World Trade Organisation
International Atomic Energy Agency: IAEA
International Criminal Court: ICC
International Committee of the Red Cross: ICRC
United Nations High Commissioner for Refugees: UNHCR
United Nations Children's Fund: UNICEF
World Food Programme: WFP, World Food Program
Central Intelligence Agency: CIA, C.I.A.
Federal Bureau of Investigation: FBI, F.B.I.
British Broadcasting Corporation: BBC
Associated Press: AP
Economic Community of West African States: ECOWAS
Gulf Cooperation Council: GCC
Holy See: Vatican
White House: The White House
Kremlin: The Kremlin
Pentagon: The Pentagon
Downing Street: 10 Downing Street
Federal Reserve: Fed
Hamas: Islamic Resistance Movement
Hezbollah: Hizbollah, Hizbullah
Taliban: Taleban
Islamic State: ISIS, ISIL
Al-Qaeda: al-Qaeda, Al Qaeda, al Qaeda, al-Qaida, Al-Qaida
Red Cross: The Red Cross
United Nations Security Council: UN Security Council, U.N. Security Council
"""


def _read() -> dict[str, str]:
    found = {}
    for line in _BODIES.strip().split("\n"):
        name, others = line.split(": ", 1)
        found[name] = name
        found.update(dict.fromkeys(others.split(", "), name))
    return found


WORLD_BODIES: Final = _read()
"""Every name and its initials, as written, to the name."""
