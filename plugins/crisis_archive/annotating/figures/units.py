"""Words for units: what is measured rather than counted."""

from typing import Final

MONEY: Final = frozenset(
    "dollar dollars euro euros pound pounds crown crowns mark marks dinar dinars shilling shillings "
    "peso pesos real reals franc francs rupee rupees yen yuan rouble roubles ruble rubles lira liras "
    "krona kronor krone kroner rial rials riyal riyals dirham dirhams won baht rand cent cents pence "
    "bolivars zloty forint florins guilders ducats thalers leva lei shekels naira cedis pesetas sols "
    "bob".split()
)
"""Currencies, in the singular and plural."""
DISTANCES: Final = frozenset(
    "metre metres meter meters kilometre kilometres kilometer kilometers km mile miles m paces feet "
    "foot ft yards inches centimetres millimetres mm cm knots degrees".split()
)
"""Lengths, and the degrees and knots that are written like them."""
DURATIONS: Final = frozenset(
    "second seconds minute minutes hour hours day days week weeks fortnight month months year years "
    "decade decades century centuries night nights years' days' hours' weeks' months'".split()
)
"""Stretches of time."""
WEIGHTS: Final = frozenset(
    "tonne tonnes ton tons kilogram kilograms kilo kilos kg gram grams litre litres liter liters gallon "
    "gallons "
    "barrel barrels hectopascals millibars hectare hectares acre acres".split()
)
"""Masses, volumes, areas, pressures."""
MEASURES: Final = MONEY | DISTANCES | DURATIONS | WEIGHTS | {"money"}
