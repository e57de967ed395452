scheme-from_the_end = с конца алфавита
scheme-about-from_the_end = тому, чьё имя в алфавите последнее
setting-name-passed_over = Пропустить имён
setting-passed_over = сколько имён с конца пропустить
why-last_name = Последняя буква алфавита.
why-your-letter = Ваше место с конца алфавита: { $place }.
scheme-suits-from_the_end = Подходит тем, чьё имя стоит в конце.
