# Who goes, and whose leads stay: a list for the head, to hand each or all of them on.

left-ahead = 🧳 <b>{ $name }</b>: on leave from { $begins }, back on { $back }
left-leave = 🧳 <b>{ $name }</b>: on leave, back on { $back }
left-dismissed = 🧳 <b>{ $name }</b> does not work here any more
left-back = 🧳 <b>{ $name }</b> is here again
left-none = No open leads are left.
left-count = { $count ->
    [one] { $count } open lead stays behind:
   *[other] { $count } open leads stay behind:
}
left-row = <b>№{ $number }</b> { $name } · { $segment } · { $age }
left-row-marked = { $row } · { $mark }
left-hint = <i>Assign each of them to anybody, or hand all on at once. They count as leads assigned by hand do.</i>
left-whom = 👇 Who gets all of them?
left-heir = { $name } · { $load } in work
button-assign-one = Assign №{ $number }
button-pass-on = Hand all on by the rule
button-pass-on-one = Give all to one

done-passed-on = All leads are handed on
done-passed-on-some = Handed on where somebody could take one; the others are still in the list
refusal-nobody_there = There is nobody to hand it to: all who could take it are away

notice-unseen = 🔁 The client of lead №{ $number } called again half an hour ago, and nobody is there: { $names }. Who gets it?
notice-unseen-nobody = 🔁 The client of lead №{ $number } called again half an hour ago, and nobody has the lead yet. Who gets it?
