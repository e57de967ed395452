# One client: two clients turn out to be one, and are two after all; a lead is added to another one of its client's.

button-same-client = 👥 Same client
button-same-yes = 👥 Yes, one client
button-same-no = No, two clients
button-part = ✂️ Part
button-part-from = ✂️ Part: { $numbers }
button-add-to = 🔁 Add to №{ $number }
button-skip-same_client = Never mind

ask-same_client = 👥 Who else is this client? Type it as in a search: a lead’s number, a name or 4 digits of the phone.
ask-same = 👥 Who else is this client? Choose, or type it as in a search: a lead’s number, a name or 4 digits of the phone.
ask-same-found = 👥 This is who was found. Choose, or type something else.
ask-same-none = 👥 Nobody was found. Type something else: a lead’s number, a name or 4 digits of the phone.
ask-sure = 👥 { $one } and { $other }: one client?
client-nameless = No name
client-with-phone = { $name }, { $phone }
client-of = { $name } (№{ $number })
client-of-held = { $name } (№{ $number }, with { $holder })
client-same = 👥 Same client: №{ $number }, nobody’s yet
client-same-holder = 👥 Same client: №{ $number }, { $name } has it
joined = 👥 { $numbers } and { $others }: one client since { $at }
joined-with-phones = 👥 { $numbers } ({ $phones }) and { $others }: one client since { $at }
lead-added = 🔁 Added to №{ $number } as a repeat. It counts for nobody

done-clients-joined = One client now
done-clients-parted = Two clients now
done-skipped-same_client = Fine, they stay two clients
refusal-same_already = They are one client already
refusal-two_already = They are two clients already
refusal-not_both_open = That lead is closed

notice-one-client = 👥 Your №{ $number } and №{ $other } are of one client. { $who } has №{ $other }. Agree who calls. Noted by { $name }
notice-one-client-nobodys = 👥 Your №{ $number } and №{ $other } are of one client. Nobody has №{ $other } yet. Noted by { $name }
notice-one-client-yours = 👥 №{ $number } and №{ $other } are of one client, and both are yours. Noted by { $name }
notice-one-client-head = 👥 №{ $number } (with { $who }) and №{ $other } (with { $other_who }) are of one client, and both are open. You can give them to one manager, the cards are below. Noted by { $name }
notice-one-client-head-free = 👥 №{ $number } (with { $who }) and №{ $other } (nobody’s yet) are of one client, and both are open. You can assign or add it, the cards are below. Noted by { $name }
notice-one-client-head-nobodys = 👥 №{ $number } and №{ $other } are of one client, and nobody has them yet. The cards are below. Noted by { $name }
notice-phone-anothers = 📞 This number belongs to the client of №{ $other }, which { $who } has. №{ $number } and №{ $other } are of one client now.
notice-phone-anothers-nobodys = 📞 This number belongs to the client of №{ $other }, which nobody has taken yet. №{ $number } and №{ $other } are of one client now.
notice-phone-added = 📞 It is one client: №{ $number } was added to №{ $other } and counts for nobody.
notice-withdrawn-added = 🔁 №{ $number } was added to №{ $into }: it is one client. No answer is needed, and it costs you nothing.

why-joined = 👥 { $at }: one client with { $numbers }. Decided by { $name }
why-parted = ✂️ { $at }: two clients after all, with { $numbers }. Decided by { $name }
why-added = Added to №{ $number }, as it is one client, before anybody had it. It counts for nobody.
