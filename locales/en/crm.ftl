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
