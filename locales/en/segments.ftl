# Segments in the chat: their order, rule, people, and an example to try.

or = or
button-segments = 🗂 Segments
segments-title = <b>Segments</b>
segments-about = The first from the top whose rule fits takes the lead. Tap a segment to open it.
segments-row = <b>{ $place }. { $name }</b> · { $rule }
segments-row-more = { $scheme } · people: { $members }
segments-row-doubted = ⚠️ { $words }
segments-ask-new = ✏️ What is it called? Type a name, such as “Kazan and Tatarstan”
button-new-segment = ➕ New segment
button-new-rest = ➕ Segment for everything else
button-try = 🧪 Try an example
button-retired = 🗄 Taken out: { $count }

retired-title = <b>Segments taken out</b>
retired-about = They get no new leads. One tap brings one back; tick its people again then.
retired-none = Nothing here
retired-row = { $name }
button-take-up = ↩️ { $name }

segment-title = <b>{ $name }</b>
segment-place = Place { $place } of { $of }
segment-takes = <b>Which leads</b>
segment-members = <b>People: { $count }</b>
    { $names }
segment-nobody = Nobody yet
segment-scheme = <b>Scheme</b>: { $scheme }
segment-own = <b>Its own, not as in the office</b>
segment-as-office = Times and settings as in the office
segment-own-row = { $what }: <b>{ $value }</b>
segment-ask-name = ✏️ Type the new name
button-rules = 📍 Which leads
button-members = 👥 People
button-segment-scheme = ⚖️ Scheme
button-up = ⬆️ Up
button-down = ⬇️ Down
button-rename = ✏️ Rename
button-retire = 🗄 Take out

segment-heads = <b>Headed by</b>: { $names }
button-heads = 🎯 Heads of the segment
heads-title = <b>Heads · { $name }</b>
heads-about = ✅ marks who heads this segment alone: its leads come to them as to a head, they see these and their clients, assign them, and have the word on bad leads and other segments. Elsewhere they may do no more than before.
heads-everywhere = Heads of the whole office, and so of this segment, too: { $names }
button-own = ⚙️ Settings
own-title = <b>Settings · { $name }</b>
own-about = Times and offers are the office’s here until the segment has its own. Tap a line to change it or to put it back.
own-row = { $words }
own-is = { $name }: { $value }
own-as-office = { $name }: as in the office: { $value }
own-scheme = <i>Scheme: { $scheme }. Another scheme has other settings.</i>

retiring-question = Take out the segment “{ $name }”?
retiring-effect = New leads will go to other segments. Leads that somebody has stay with them; those that nobody has go up the ladder to the head. Its people and shifts leave it, and balances in it are closed. It can be brought back from “Taken out”.
button-retire-yes = 🗄 Yes, take it out
button-retire-no = No, keep it

members-title = <b>People · { $name }</b>
members-count = Now: { $count }
members-about = Tap a name: ✅ is in the segment, ▫️ is not. Whoever comes starts level with the others.
tick-on = ✅ { $words }
tick-off = ▫️ { $words }

rules-title = <b>Which leads · { $name }</b>
rules-new = <b>New segment “{ $name }”</b>
rules-new-about = Which leads are its own? Choose at least one thing, the rest can be added later.
rules-about = All parts that are named must hold; inside a part one word is enough.
button-part-r = 📍 Territory
button-part-k = 🔤 Words in the message
button-part-s = 📥 Source
button-part-l = 🗣 Language
button-part-c = 👤 New or known client

rule-all = <i>All of this at once:</i>
rule-region = 📍 The client is from: { $words }
rule-keywords = 🔤 A word begins with: { $words }
rule-source = 📥 Source: { $words }
rule-language = 🗣 The client writes in: { $words }
rule-known = 👤 The client has been here before
rule-unknown = 👤 The client is new
rule-rest = Whatever the segments above have not taken
rule-rest-short = everything else
rule-last = <i>It is the last: what fits no rule comes here, too.</i>
rule-always = Always from here, whatever the client says: { $words }

part-title-r = <b>📍 Territory · { $name }</b>
part-title-k = <b>🔤 Words · { $name }</b>
part-title-s = <b>📥 Source · { $name }</b>
part-title-l = <b>🗣 Language · { $name }</b>
part-title-c = <b>👤 Client · { $name }</b>
part-about-r = A region, a city or a district. What counts is what the client says, else the code of their phone.
part-about-k = The beginning of a word: “window” stands for “windows”, too.
part-about-s = Where the lead is from. The secretary ticks it on the lead’s card.
part-about-l = In which language the client writes, as the letters tell.
part-about-c = Known: somebody here has had a lead of theirs.
part-now = Now: <b>{ $words }</b>
part-now-any = Now: any
part-row = { $words }: { $more }
part-ask-r = ✏️ Type a place, or several with commas: Tatarstan, Samara
part-ask-k = ✏️ Type a word, or several with commas: window, balcon
part-no-place = I know no place called “{ $word }”. Perhaps one of these?
button-place = 📍 { $words }
button-as-text = Keep “{ $word }” as a plain word
button-drop-value = ✖️ { $words }
button-add-values = ➕ Add
button-new-source = ➕ New source
source-ask-name = ✏️ What is the source called? Such as “Avito” or “Shop in Bauman street”
language-ru = Russian
language-tt = Tatar
language-en = English
client-is-known = been here before
client-is-new = new

doubt-no-place = ⚠️ I know no place called “{ $what }”: it is compared as a plain word
doubt-no-place-near = ⚠️ I know no place called “{ $what }”: it is compared as a plain word. Perhaps { $near }?
doubt-no-source = ⚠️ The office has no source “{ $what }”: nobody can tick it
doubt-no-language = ⚠️ I cannot tell the language “{ $what }”: I know Russian, Tatar and English
doubt-never = ⚠️ Nothing will ever come here: “{ $what }” stands above and takes all of it
doubt-nobody = ⚠️ Nobody is in it: its leads go up the ladder at once

refusal-last_segment = It is the last segment: without one leads have nowhere to go
refusal-rule_needed = Only the last segment can be without a rule
refusal-rest_is_last = The segment without a rule is always the last
refusal-rest_is_there = Another segment takes everything else already
done-segment-retired = The segment is taken out
done-segment-taken-up = The segment works again. Tick its people
