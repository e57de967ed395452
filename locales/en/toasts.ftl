# The answer to a tap: one line over the chat.

refusal-names = { $words }: { $names }
refusal-handed_already = Handed over already
refusal-taken = The lead is taken
refusal-yours_already = The lead is yours already
refusal-closed = The lead is closed
refusal-not_yours = You do not have this lead
refusal-not_offered_now = Time is up, the lead went on
refusal-cut_short = You were not there any more, so the lead moved on. It costs you nothing
refusal-capacity = No more open leads for now: close one of yours first
refusal-last_rung = There is nobody to pass it on to
refusal-explained_already = Noted already
refusal-not_a_manager = A lead can only go to a manager
refusal-unreachable = Telegram would not deliver the lead
refusal-not_disputed = This lead is not disputed
refusal-disputed = The head has the last word, please wait

done-handed = Passing it on
done-added = Added to the open lead
done-claimed = The lead is yours
done-declined = Passing it on
done-explained = Thank you, noted
done-progress = Noted
done-won = Congratulations on the sale
done-lost = Closed: lost
done-disputed = I will ask the head
done-settled-bad = Confirmed as bad
done-settled-good = Not bad, the manager has it back
done-returned = Giving it to the others
done-assigned = Assigned to { $name }
done-segment-changed = Segment changed
done-phone-chosen = The client’s number is changed
done-source-changed = Source noted
done-skipped = Fine, no amount
done-discarded = Discarded
done-invited-already = The link is ready, see below
