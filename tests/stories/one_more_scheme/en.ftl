scheme-from_the_end = from the end of the alphabet
scheme-about-from_the_end = to whoever comes last in the alphabet
setting-name-passed_over = Names passed over
setting-passed_over = how many names from the end are passed over
why-last_name = The last letter of the alphabet.
why-your-letter = Your place from the end of the alphabet: { $place }.
scheme-suits-from_the_end = Suits those at the end of the alphabet.
