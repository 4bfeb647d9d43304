"""Colours and pictures as a printer has them. The only package that imports Pillow to change any.

``pictures`` and ``drawings`` are made ready before they are set, for any printer, and
``screen`` brings those of a file for the screen down to what is seen. The rest
(``separating``, ``conversion``, ``bitmaps``; ``coding`` is shared) is for printers
that print in ink, and only loaded for them. What was typeset in RGB is separated by
these rules, the first that holds:

- a colour of the palette has the inks that the palette gives it;
- a grey, r = g = b, is black ink alone, as much of it as looks as light as the
  grey; what is darker than black ink is all of it;
- everything else goes through the printer's ICC profile: relative colorimetric,
  with black point compensation (ISO 15076-1, Annex D), from sRGB.

No spot gets more ink than the printer's bound T (TAC). What the profile gives
beyond it keeps its black and loses of the other inks, each by the same share,
so that the hue stays: (C, M, Y, K) becomes (sC, sM, sY, K) with
s = (T − K) / (C + M + Y).
"""
