# The history of the office.

changes-title = <b>History of changes</b>
changes-none = Nothing was changed yet
changes-head = 🕰 { $head }
changes-by-file = the office file
change-is = { $what }: { $before } → { $after }
change-came = + { $what }
change-went = − { $what }
change-is-old = It was changed again since: it cannot be put back.
button-take-back-change = ↩️ Put it back
