# The ledger's seal: every evening, in a message of its own.

seal-title = 🔏 <b>Audit code</b> · { $day }
seal-head = <code>{ $head }</code>
seal-keep = By this number and code anybody can tell later whether somebody has rewritten what happened up to this minute. Forward this message to yourself or to a partner: nobody can change the copy.
