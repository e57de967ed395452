# The CRM in which the office sees its leads: Bitrix24 or amoCRM.

crm-title = Lead №{ $number } · { $segment }

notice-crm-away = ⚠️ The CRM has not answered for more than fifteen minutes (<code>{ $code }</code>). Leads are shared as usual and wait for it here: nothing is lost. How it is: /office → CRM.
notice-crm-refuses = ⚠️ The CRM does not let the bot in any more (<code>{ $code }</code>): the key is revoked, or access is closed. Leads are shared as usual and wait for it here. A new key: /office → CRM.
notice-crm-works = ✅ The CRM answers again. { $count ->
    [0] Every lead is there already.
    [one] { $count } lead is on its way.
   *[other] { $count } leads are on their way.
}
notice-crm-lead-refused = ⚠️ The CRM has not taken lead №{ $number } (<code>{ $code }</code>). Most often a stage or a person was deleted there. To look: /office → CRM. It is tried again; the other leads go on.

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

# /office → CRM

button-crm = 📇 CRM
button-crm-bitrix24 = Bitrix24
button-crm-amocrm = amoCRM
crm-kind-bitrix24 = Bitrix24
crm-kind-amocrm = amoCRM
crm-none-title = <b>CRM</b>
crm-none-about = Where the office keeps its clients in a CRM, leads appear there by themselves: who has each, how it stands, what it has brought. They are shared by the bot as before. Which is yours?
crm-pane-title = <b>{ $name }</b> · { $url }
crm-key-env = The key: the variable <code>{ $name }</code> of the server.
crm-key-none = ⚠️ There is no key: nothing is sent.
crm-state-works = ✅ It answers
crm-state-away = ⚠️ It does not answer (<code>{ $code }</code>): leads wait here
crm-state-refuses = ⚠️ It does not let the bot in (<code>{ $code }</code>): a new key is needed
crm-last = Last exchange: { $at }
crm-counts = Leads there: { $there }, waiting: { $waiting }
crm-refused-leads = ⚠️ Not taken: { $count }. Look at people and stages.
crm-people-line = People: { $count } of { $of } known
crm-stages-line = Stages: { $count } named
crm-stages-none = ⚠️ No stages are named: nothing changes there
crm-not-known = Nobody knows yet who works there and which stages there are: “Check the connection”.
crm-back-not-public = Changes do not come back: the server needs an address (<code>PUBLIC_URL</code>).
crm-back-none = Changes do not come back: make an address.
crm-back-bitrix24 = For changes to come back, make an outbound webhook for the events “Lead updated” and “Lead deleted” with this address:
    <code>{ $address }</code>
crm-back-amocrm = For changes to come back, add this address in amoCRM: Settings → Integrations → Web hooks, events “status changed”, “responsible changed”, “edited” and “deleted” of a lead:
    <code>{ $address }</code>
crm-token-there = Token of the outbound webhook: ✅ known
crm-token-none = ⚠️ The token of the outbound webhook is missing: send the one that Bitrix24 has shown.
crm-ask-key-bitrix24 = Send the address of the inbound webhook: <code>https://portal.bitrix24.com/rest/1/code/</code>. Permissions: CRM and users. I remove the message with it.
crm-ask-key-amocrm = Send the address and the long-lived token in one message: <code>okna.amocrm.ru token</code>. I remove the message with them.
crm-refused-bitrix24 = ⚠️ This is no address of an inbound webhook.
crm-refused-amocrm = ⚠️ I need the address and the token, with a space between.
crm-refused-token = ⚠️ This is no token.
crm-ask-token = Send the token that Bitrix24 has shown in the outbound webhook (<code>application_token</code>). I remove the message with it.

button-crm-check = 🔄 Check the connection
button-crm-people = People
button-crm-stages = Stages
button-crm-pipeline = Pipeline
button-crm-bring = Bring the open leads ({ $count })
button-crm-renew = New address
button-crm-make = Make an address
button-crm-renew-yes = Yes, a new address
crm-renew-question = <b>Make a new address for the CRM?</b>
crm-renew-effect = The one before stops working at once: nothing comes back until the new one is put in at the CRM.
button-crm-token = Token
button-crm-key = New key
button-crm-off = Switch off
button-crm-off-yes = Yes, switch off
crm-off-question = <b>Switch the CRM off?</b>
crm-off-effect = No lead is told there any more, key and address are forgotten. What is in the CRM stays there.

crm-is = { $here } → { $there }
crm-people-title = <b>Who is who in the CRM</b>
crm-people-about = For whoever is not here the responsible person in the CRM stays as it is.
crm-person-title = Who is <b>{ $name }</b> in the CRM?
crm-nobody = Nobody
crm-stages-title = <b>Which stage means what</b>
crm-stages-about = What is not named is shown as its neighbour: a bad lead as lost, a meeting as reached.
crm-stage-title = Which stage of the CRM is it when a lead is <b>{ $name }</b> here?
crm-no-stage = None
crm-pipeline-title = <b>Pipeline</b>
crm-pipeline-about = Leads appear in it. With another one the stages are named anew.
crm-stage-new = nobody’s
crm-stage-held = taken
crm-stage-not_reached = not reached
crm-stage-reached = reached
crm-stage-met = met
crm-stage-invoiced = invoiced
crm-stage-won = won
crm-stage-lost = lost
crm-stage-bad = bad
crm-stage-withdrawn = taken back

done-crm-checking = Checking
done-crm-bringing = On their way

field-crm-kind = CRM
field-crm-url = Address of the CRM
field-crm-secret_env = Variable with the key of the CRM
field-crm-pipeline = Pipeline in the CRM
field-crm-people = People in the CRM
field-crm-stages = Stages in the CRM
