# The duty roster of a week as a picture. Names and dates stand in its columns, there are hardly any words.

roster-picture-title = On duty: { $segment }
roster-picture-nobody = Nobody is on duty this week
roster-picture-hours = { $hours }{"\u00a0"}h
