# Clients' personal data: who sees what, and for how long it is kept.

button-privacy = 🔐 Personal data
privacy-title = <b>Personal data</b>
privacy-before = <b>Until a lead is claimed</b>
privacy-before-who = 👁 Name and contacts are seen by: the secretary who took the call, { $roles }
privacy-before-others = 🔒 For all others they are masked, in the client's words, too
privacy-after = <b>Once it is claimed</b>
privacy-after-who = 👁 Whoever has the lead sees them, too. Whoever gives it away loses contacts and files from the chat
privacy-files = 📊 In the Excel file the head has every client, and for the director they are { $director ->
    [open] open, too
   *[masked] masked
}
privacy-amounts = <b>What a lead has brought</b>
privacy-amounts-who = 👁 Seen by: { $roles }
privacy-amounts-taken = the secretary of their own calls
privacy-amounts-holder = the manager of their own leads
privacy-kept = <b>How long it is kept</b>
privacy-kept-ever = 🗄 A client's data: for ever, until somebody erases them
privacy-kept-for = 🗄 A client's data: { $months } after the last contact, then they are erased by themselves
privacy-kept-rest = 📜 Leads, the ledger and reports stay, but no client is in them
