# Whom a scheme suits, and what it is gamed by; figures from docs/schemes.md (against an equal share, in an invented office).

scheme-suits-balance = <i>Suits almost everybody: each their share. Weak spot: a secretary who chooses the moment (up to +49 %); where drafts go by themselves +5 % is left.</i>
scheme-suits-queue = <i>Suits a team whose leads are alike. Weak spot: a secretary who chooses the moment (up to +49 %).</i>
scheme-suits-duty = <i>Suits an office with shifts. Weak spot: rich hours swapped for poor ones (up to +28 %).</i>
scheme-suits-worth = <i>Suits where sources differ much. Weak spot: disputed bad leads to which all is agreed (up to +13 %).</i>
scheme-suits-longest_idle = <i>Suits a call centre. Weak spot: a secretary who chooses the moment (up to +53 %).</i>
scheme-suits-conversion = <i>Suits where sales matter most. Weak spot: lost leads written down as sold (+22 %, unchecked up to +46 %).</i>
scheme-suits-next = <i>Suits managers who know when they are free. Weak spot: whoever asks most has almost five times a share; a day’s limit helps.</i>
scheme-suits-grab = <i>Suits leads that cool in a minute. Weak spot: the fastest finger has almost five times a share; a window helps.</i>
scheme-suits-lottery = <i>Suits a team that trusts nobody. Hardly any weak spot (up to +4 %), but days differ.</i>
scheme-suits-secretary = <i>Suits a secretary who knows whom to give what. Weak spot: a favourite has twice a share (+106 %), in plain sight.</i>
scheme-suits-manual = <i>Suits a few large leads. Weak spot: a favourite has twice a share (+116 %), in plain sight.</i>
