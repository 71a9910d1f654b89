"""Reasons in plain words: why a change was made, a date is known, a text lies in its crisis.

The data hold them in English, whatever the language of the site. A page looks each up by its template in
the site's words (`theme/words/<language>.toml`, `[reasons]`), where all that readers see is translated.
"""


def reason(template: str, /, **values: object) -> str:
    """The sentence with its `{named}` gaps filled.

    Write the template as one literal: a test compares all of them with the site's words. A gap named
    `day`, `first` or `last` holds a day as `text.days.day_in_words` writes it, one named `why` or `kind`
    another reason.
    """
    return template.format(**values) if values else template
