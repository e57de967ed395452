# The settings of the office and of its segments: what each of them means. Names as in the office file.

setting-timezone = hours, shifts and deadlines go by this time
setting-locale = the language of those who have chosen no other
setting-hours = when the office is open; on public holidays of the named country it is closed
setting-presence = who is at work: in office hours all who are not on pause, or only those who have checked in
setting-ack_timeout = how long an answer is waited for before the lead goes on
setting-offers = to how many, one after another, the scheme offers a lead
setting-ladder = who is asked after that; on the last step the lead stays
setting-step_timeout = how long is waited on each step
setting-owner = where a known client’s lead goes if their own manager is away
setting-decline_costs_turn = whether a decline without a good reason, and silence, count as a lead received
setting-free_decline_reasons = with which reasons a decline does not count
setting-pause_after_lapses = after how many leads in a row without an answer somebody is paused; 0: never
setting-offers_at_once = how many unanswered offers one person may have
setting-owner_wait = how long a client’s own manager is waited for at most
setting-summary_at = when the summary of the day comes
setting-outcome_reminders = when the holder is asked what came of it
setting-seal_to = who gets the seal of the ledger every evening
setting-own_phones = the office’s own numbers: none of them is ever a client’s
setting-retention_months = how many months after the last contact a client’s data are erased; without the line, never
setting-scheme = how the segment’s leads are shared
setting-wrap_up = how long whoever has just taken a lead is left alone
setting-floor = nobody gets less than this part of an equal share
setting-min_sample = whoever has closed fewer leads counts as average
setting-reserve = the reserve scheme: decides if a hand is to choose and stays silent
