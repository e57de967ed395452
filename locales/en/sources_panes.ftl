# /sources: where leads come from.

command-sources = Sources of leads
help-command-sources = /sources — where leads come from
button-sources = 📥 Sources
sources-title = <b>Sources</b>
sources-about = Where leads come from: the rules of segments and the report read it. One that is marked by the secretary is chosen on the lead’s card.
sources-row = { $name } · { $kind }
sources-none = Nothing here yet
source-title = <b>{ $name }</b>
source-kind = Kind: { $kind }
source-segment = Segment: <b>{ $segment }</b>
source-named = Named in the rules of: { $names }
source-segment-about = Whose are its leads, whatever the client says? “By the rules”: the rules of the segments decide.
source-going = Take out the source <b>{ $name }</b>?
source-going-effect = It can be marked no more. Leads that were taken and reports stay.
button-source-segment = 🗂 Segment: { $segment }
button-source-remove = 🗑 Take out
done-source-removed = The source is taken out
