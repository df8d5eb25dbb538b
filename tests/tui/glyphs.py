"""The characters that may be drawn: those that both Consolas and Cascadia Mono have, and any letter.

The source is Windows Glyph List 4 (WGL4, Microsoft's list of what a font for Windows has at least; both fonts have all
of it): the characters of the Windows code pages 1250 to 1254 and 1257 and of the DOS code page 437, and those below.
Letters and figures are left out here; they are the user's as well as the program's.
"""

from typing import Final

_PUNCTUATION: Final = "‐–—―‗‘’‚‛“”„†‡•…‰′″‹›‼‾⁄"
_SIGNS: Final = "\N{NO-BREAK SPACE}¡¢£¤¥¦§¨©«¬\N{SOFT HYPHEN}®¯°±´¶·¸»¿×÷ˆˇˉ˘˙˚˛˜˝₣₤₧€℅№™℮"
_ARROWS: Final = "←↑→↓↔↕↨"
_MATHEMATICS: Final = "∂∆∏∑−∕∙√∞∟∩∫≈≠≡≤≥⌂⌐⌠⌡"
_LINES: Final = "─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬"
_BLOCKS: Final = "▀▄█▌▐░▒▓"
_SHAPES: Final = "■□▪▫▬▲►▼◄◊○●◘◙◦☺☻☼♀♂♠♣♥♦♪♫"

COMMON: Final = frozenset(_PUNCTUATION + _SIGNS + _ARROWS + _MATHEMATICS + _LINES + _BLOCKS + _SHAPES)


def foreign(text: str) -> set[str]:
    """Return the characters of a text that one of the fonts may lack."""
    return {one for one in text if not (one.isascii() or one.isalnum() or one in COMMON)}
