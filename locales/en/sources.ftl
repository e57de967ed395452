# What comes by itself: the words of a form as they stand on a card, and what is said of its source.
inquiry-page = Page
inquiry-advert = Advertisement
notice-source-unread = The source “{ $source }” has sent what I cannot read: I see no way to reach the person. Nothing is lost: it waits in /sources.
inquiry-missed = Missed call
inquiry-answered = Call, answered
inquiry-called = Called, and spoke
inquiry-tried = Called, no answer
