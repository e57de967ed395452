# The CRM in which the office sees its leads: Bitrix24 or amoCRM.

crm-title = Lead №{ $number } · { $segment }

notice-crm-away = ⚠️ The CRM has not answered for more than fifteen minutes (<code>{ $code }</code>). Leads are shared as usual and wait for it here: nothing is lost.
notice-crm-refuses = ⚠️ The CRM does not let the bot in any more (<code>{ $code }</code>): the key is revoked, or access is closed. Leads are shared as usual and wait for it here.
notice-crm-works = ✅ The CRM answers again. { $count ->
    [0] Every lead is there already.
    [one] { $count } lead is on its way.
   *[other] { $count } leads are on their way.
}
notice-crm-lead-refused = ⚠️ The CRM has not taken lead №{ $number } (<code>{ $code }</code>). Most often a stage or a person was deleted there. It is tried again; the other leads go on.

notice-closed-won = 🎉 №{ $number }: a sale is marked in the CRM, the lead is closed. By: { $name }
notice-closed-lost = 👎 №{ $number }: a refusal is marked in the CRM, the lead is closed. By: { $name }

crm-outcome-won = won
crm-outcome-lost = lost
crm-outcome-bad = bad lead

notice-crm-unknown-person = ⚠️ №{ $number }: in the CRM “{ $name }” is responsible now, and nobody knows who that is here. The lead stays where it was. Who is who: /office → CRM.
notice-crm-off-team = ⚠️ №{ $number }: in the CRM “{ $name }” is responsible now, but is not in the team “{ $segment }”. The lead stays where it was: it can be given on its card.
notice-crm-not-given = ⚠️ №{ $number }: in the CRM “{ $name }” is responsible now; here it was not given. { $refusal }.
notice-crm-nobodys = ⚠️ №{ $number }: the CRM says “{ $outcome }”, but nobody has taken the lead yet. It goes on: assign it or take it back.
notice-crm-bad = ⚠️ №{ $number }: it is marked as bad in the CRM. That is for you to confirm: the lead is open still.
notice-crm-no-amount = ⚠️ №{ $number }: a sale is marked in the CRM without its amount, and this office closes a sale with its amount only. The lead is open still.
notice-crm-not-closed = ⚠️ №{ $number }: the CRM says “{ $outcome }”; here it is not closed. { $refusal }.
notice-crm-not-reopened = ⚠️ №{ $number }: the lead is open again in the CRM; here it is closed. { $refusal }.
notice-crm-not-paid = ⚠️ №{ $number }: in the CRM the sale has brought { $amount } now; here it is as before. { $refusal }.
