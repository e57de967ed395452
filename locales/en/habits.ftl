# Who does what with leads more often than the others: for the head alone, and as a question.

odd = 🔎 { $name }: { $what } { $hits } of { $of }, the others { $others } of { $all }. Ask them why?
habits-title = <b>Habits in four weeks: { $period }</b>
habits-none = There is nothing to go by: no leads came in these four weeks.
habits-of = <b>{ $name }</b>
habits-of-mix = <b>{ $name }</b>, mix { $mix }%
habit = · { $what } { $hits } of { $of }, the others { $others } of { $all }
habit-rare = · { $what } { $hits } of { $of }, the others { $others } of { $all }; by chance alone once in { $times }
habit-never = · { $what } { $hits } of { $of }, the others { $others } of { $all }; by chance alone less than once in a million
habits-about = <i>The mix is how many sales these leads promise against ordinary ones of the same segments, by source and known clients; 100% is even.</i>
habit-free = free declines
habit-cost = counted declines
habit-lapsed = left unanswered
habit-returned = given back
habit-bad = bad leads
habit-stale = open for more than a week
habit-own = clients of their own
habit-asked = taken by “Give me a lead”
habit-asked-never = · asked for none in this time, while leads waited: { $count }
habit-lay = · drafts usually lie for { $wait }, the others’ for { $others }
habit-lay-alone = · drafts usually lie for { $wait }
habit-before = handed over before older ones
habit-before-alone = · handed over before older ones { $hits } of { $of }
habit-favour = · of these offered first to { $name } { $count } of { $of }, whose share is { $share }
