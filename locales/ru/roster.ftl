# Недельный график дежурств на картинке. Имена и даты стоят в столбцах, слов здесь почти нет.

roster-picture-title = Дежурства: { $segment }
roster-picture-nobody = На этой неделе никто не дежурит
roster-picture-hours = { $hours }{"\u00a0"}ч
