# Values of settings in words, and what each setting is called.

value-none = none
value-yes = yes
value-no = no
value-off = off
value-never = never
value-kept-for-ever = kept for ever
value-no-limit = as many as there are
value-no-length = none
value-no-lengths = never asked
value-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
value-locale-ru = Russian
value-locale-en = English
value-presence-hours = all, in opening hours
value-presence-check_in = who has checked in
value-owner-off = as all, by the scheme
value-owner-leave_message = waits for its manager
value-owner-deputise = another, if theirs is away
value-sale_needs-nothing = nothing
value-sale_needs-amount = the amount
value-queue_shows-names = everybody’s names
value-queue_shows-places = one’s own place only
value-ladder-everyone = everybody
value-ladder-head = head
value-ladder-director = director
value-always = round the clock
value-days = { $days } { $spans }
value-every-day = daily
value-holidays = closed on holidays ({ $country })
value-rota = { $on } on, { $off } off from { $start }, { $spans }
value-and = { $first } and { $last }

length-s = { $count }{"\u00a0"}{ $count ->
    [one] second
   *[other] seconds
}
length-m = { $count }{"\u00a0"}{ $count ->
    [one] minute
   *[other] minutes
}
length-h = { $count }{"\u00a0"}{ $count ->
    [one] hour
   *[other] hours
}
length-d = { $count }{"\u00a0"}{ $count ->
    [one] day
   *[other] days
}

group-hours = Office and opening hours
group-waiting = Offers and waiting
group-outcomes = Outcomes and reminders
group-fairness = Fairness and figures
group-duty = Duty and leave
group-privacy = Personal data

setting-name-name = Name
setting-name-timezone = Time zone
setting-name-locale = Language
setting-name-hours = Opening hours
setting-name-presence = Who is at work
setting-name-ack_timeout = Wait for an answer
setting-name-offers = Offers by the scheme
setting-name-ladder = Who is asked after that
setting-name-step_timeout = Wait on each step
setting-name-owner = Known clients
setting-name-decline_costs_turn = Declines count
setting-name-free_decline_reasons = Good reasons
setting-name-free_declines = Free declines
setting-name-pause_after_lapses = Pause after silence
setting-name-first_contact = First mark
setting-name-unattended = Unclaimed lead
setting-name-offers_at_once = Offers at once
setting-name-owner_wait = Wait for their manager
setting-name-leave_buffer = No leads before leave
setting-name-rest = Rest between shifts
setting-name-week_hours = Hours a week
setting-name-hand_over_after = Hand over by itself
setting-name-queue_shows = What the queue shows
setting-name-callback_grace = Wait for a call back
setting-name-undo = Can be taken back for
setting-name-stale_after = Counts as lost after
setting-name-sale_needs = A sale needs
setting-name-summary_at = Summary of the day
setting-name-outcome_reminders = What came of it
setting-name-seal_to = Who gets the seal
setting-name-director_sees_clients = Director sees clients
setting-name-secretary_sees_amounts = Secretary sees amounts
setting-name-own_contacts = The office’s addresses
setting-name-own_phones = The office’s phones
setting-name-retention_months = Data are kept
setting-name-scheme = Scheme
setting-name-wrap_up = Pause after a lead
setting-name-day_limit = Leads a day
setting-name-floor = Not below this share
setting-name-min_sample = Closed for a rate
setting-name-ceiling = Not above so many shares
setting-name-half_life = Memory of leads
setting-name-window = Window after the first
setting-name-reserve = Reserve scheme
