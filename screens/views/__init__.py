"""What the screens are drawn from: plain values, already masked for whoever will read them.

A view is made for one person. If a client's contact is not for their eyes, it is not in the view.
All datetimes are aware; a screen shows them in the office's time zone.
"""
